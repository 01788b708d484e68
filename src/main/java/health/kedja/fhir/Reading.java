package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is at hand while one resource is read.
 *
 * @param source the resource as its events name it
 */
record Reading(String source, CodeMaps maps, Days days, References references) {

    Concept concept(CodeableConcept concept) {
        return Concept.of(concept, maps);
    }

    Event event(Kind kind, LocalDate day) {
        return Event.of(kind, day, source);
    }

    /** What is kept of a resource whose codes are all from unknown systems. */
    Event notUnderstood(Concept concept, LocalDate day) {
        return event(Kind.NOT_UNDERSTOOD, day).withCode(concept.label());
    }

    /** The event with the first unit (Organization) that an element names. */
    Event ofUnit(Event event, Reference... elements) {
        for (Reference element : elements) {
            String unit = references.of(element);
            if (unit != null && (unit.startsWith("Organization/") || references.find(unit) instanceof Organization)) {
                return event.withQualifier(unit);
            }
        }
        return event;
    }

    Event notDone(String code, String reason, LocalDate day) {
        return event(Kind.NOT_DONE, day).withCode(code).withQualifier(reason);
    }

    /** The resource a reference names when it is contained in this one or otherwise at hand, else null. */
    Resource find(DomainResource container, Reference reference) {
        String text = reference.getReferenceElement_().getValue();
        if (text == null || text.startsWith("#")) {
            for (Resource contained : container.getContained()) {
                String id = contained.getIdElement().getIdPart();
                if (text != null && id != null && text.substring(1).equals(id.startsWith("#") ? id.substring(1) : id)) {
                    return contained;
                }
            }
            return reference.getResource() instanceof Resource inMemory ? inMemory : null;
        }
        return references.find(text);
    }
}
