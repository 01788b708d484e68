package health.kedja.pathway;

import java.util.ArrayList;
import java.util.List;

/**
 * External causes and underlying diseases of a fracture.
 *
 * <p>One counts when it is coded in the same Condition, when the fracture names it as its cause (a {@link
 * Kind#CIRCUMSTANCE} of the fracture's own Condition whose qualifier is the Condition named), or when it is of the same
 * contact, or of the same day where either has no contact.
 */
final class Causes {

    private final List<Event> circumstances = new ArrayList<>();

    Causes(List<Event> events) {
        for (Event event : events) {
            if (event.kind() == Kind.CIRCUMSTANCE) {
                circumstances.add(event);
            }
        }
    }

    boolean anyOf(RecordedFracture fracture, CodeList list) {
        for (Event circumstance : circumstances) {
            if (list.contains(circumstance.code()) && causes(circumstance, fracture)) {
                return true;
            }
        }
        return false;
    }

    private boolean causes(Event circumstance, RecordedFracture fracture) {
        if (circumstance.source().equals(fracture.source()) || isNamed(circumstance.source(), fracture.source())) {
            return true;
        }
        if (circumstance.encounter() != null && fracture.encounter() != null) {
            return circumstance.encounter().equals(fracture.encounter());
        }
        return circumstance.day() != null && circumstance.day().equals(fracture.day());
    }

    private boolean isNamed(String cause, String fracture) {
        for (Event link : circumstances) {
            if (link.source().equals(fracture) && cause.equals(link.qualifier())) {
                return true;
            }
        }
        return false;
    }
}
