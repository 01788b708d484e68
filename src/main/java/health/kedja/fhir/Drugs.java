package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Which drug a resource is about. */
final class Drugs {

    /**
     * The ATC groups of bone-specific drugs: a decision against one of these is a decision against treatment; one
     * against calcium or cortisone is not. Every drug list of the sources lies within them (Socialstyrelsen,
     * Utvärdering av vård vid osteoporos 2023, footnote 8).
     */
    private static final List<String> BONE_SPECIFIC = List.of("M05B", "G03XC", "H05AA");

    private Drugs() {}

    /** The concept of {@code medication[x]}: the code itself, or that of the Medication referred to. */
    static Concept concept(DomainResource resource, Type medication, Reading reading) {
        if (medication instanceof CodeableConcept code) {
            return reading.concept(code);
        }
        if (!(medication instanceof Reference reference)) {
            return Concept.NONE;
        }
        if (reading.find(resource, reference) instanceof Medication found) {
            return reading.concept(found.getCode());
        }
        String label = reference.hasDisplay()
                ? reference.getDisplay()
                : reading.references().of(reference);
        return new Concept(List.of(), false, label);
    }

    /** One event for each drug of the concept; none without a day. */
    static List<Event> events(Kind kind, Concept concept, LocalDate day, Reading reading) {
        List<Event> events = new ArrayList<>(1);
        for (Meaning meaning : concept.meanings()) {
            if (day != null && meaning.target().isDrug()) {
                Event event = reading.event(kind, day).withCode(meaning.code());
                if (!events.contains(event)) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    static boolean isBoneSpecific(Meaning meaning) {
        return meaning.system().equals(Systems.ATC) && BONE_SPECIFIC.stream().anyMatch(meaning.code()::startsWith);
    }

    /** Whether an ATC coding names a bone-specific drug, a group of them, or a group that holds them ({@code M05}). */
    static boolean concernsBone(CodeableConcept concept, CodeMaps maps) {
        return concept.getCoding().stream()
                .filter(c -> c.hasCode() && c.hasSystem() && Systems.ATC.equals(maps.canonical(c.getSystem())))
                .anyMatch(c -> BONE_SPECIFIC.stream()
                        .anyMatch(group -> c.getCode().startsWith(group) || group.startsWith(c.getCode())));
    }
}
