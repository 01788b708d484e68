package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;

/** Birth, death and demographics. */
final class PatientEvents {

    private PatientEvents() {}

    static List<Event> of(Patient patient, Reading reading) {
        if (replacement(patient, reading.references()) != null) {
            // The surviving record tells birth, death and the rest; the replaced one may tell them wrong.
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        LocalDate birth = reading.days().first(patient.getBirthDateElement());
        if (birth != null) {
            events.add(reading.event(Kind.BIRTH, birth));
        }
        if (patient.getDeceased() instanceof DateTimeType death && death.hasValue()) {
            events.add(reading.event(Kind.DEATH, reading.days().last(death)));
        } else if (patient.getDeceased() instanceof BooleanType dead && dead.booleanValue()) {
            events.add(reading.event(Kind.DEATH, null));
        }
        events.addAll(Demographics.of(patient, reading));
        return events;
    }

    /** The record that replaces this one, as {@code Patient/id}, or null. */
    static String replacement(Patient patient, References references) {
        return patient.getLink().stream()
                .filter(link -> link.getType() == LinkType.REPLACEDBY)
                .map(link -> references.of(link.getOther()))
                .filter(other -> other != null)
                .findFirst()
                .orElse(null);
    }
}
