package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One Condition that says a bone broke, with all its codes.
 *
 * @param source the Condition
 * @param day day of the fracture, or null
 * @param confirmed whether the diagnosis is confirmed
 * @param codes ICD-10 codes
 * @param bodySites body sites recorded beside the codes
 * @param laterality {@code left}, {@code right}, {@code bilateral} or null
 * @param encounter the contact it belongs to, or null
 */
record RecordedFracture(
        String source,
        LocalDate day,
        boolean confirmed,
        List<String> codes,
        List<String> bodySites,
        String laterality,
        String encounter) {

    /** The fractures among the events: those of one Condition are one. In order of day, those without a day first. */
    static List<RecordedFracture> of(List<Event> events) {
        Map<String, RecordedFracture> bySource = new LinkedHashMap<>();
        for (Event event : events) {
            if (event.kind() == Kind.FRACTURE || event.kind() == Kind.UNCONFIRMED_FRACTURE) {
                bySource.merge(event.source(), of(event), RecordedFracture::and);
            }
        }
        return List.copyOf(bySource.values());
    }

    private static RecordedFracture of(Event event) {
        return new RecordedFracture(
                event.source(),
                event.day(),
                event.kind() == Kind.FRACTURE,
                event.code() == null ? List.of() : List.of(event.code()),
                event.qualifier() == null ? List.of() : List.of(event.qualifier()),
                event.laterality(),
                event.encounter());
    }

    private RecordedFracture and(RecordedFracture other) {
        return new RecordedFracture(
                source,
                day == null ? other.day : day,
                confirmed && other.confirmed,
                joined(codes, other.codes),
                joined(bodySites, other.bodySites),
                laterality == null ? other.laterality : laterality,
                encounter == null ? other.encounter : encounter);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    boolean hasCodeIn(CodeList list) {
        return codes.stream().anyMatch(list::contains);
    }

    /** Left and right are two sites only when both are stated. */
    boolean maySameSideAs(String otherLaterality) {
        return laterality == null
                || otherLaterality == null
                || laterality.equals("bilateral")
                || otherLaterality.equals("bilateral")
                || laterality.equals(otherLaterality);
    }
}
