package health.kedja.access.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;

/** The patients that a resource is about. */
public final class Subjects {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.\\-]{1,64}");
    private static final String TYPE = "Patient/";
    private static final Pattern PATIENT = Pattern.compile("Patient/([A-Za-z0-9.\\-]{1,64})(?:/_history/.*)?");

    /** Where each type names its patient; types of the base specification that are not listed name none. */
    private static final Map<String, List<String>> ELEMENTS = Map.ofEntries(
            Map.entry("AllergyIntolerance", List.of("patient")),
            Map.entry("CarePlan", List.of("subject")),
            Map.entry("CareTeam", List.of("subject")),
            Map.entry("Composition", List.of("subject")),
            Map.entry("Condition", List.of("subject")),
            Map.entry("Consent", List.of("patient")),
            Map.entry("DetectedIssue", List.of("patient")),
            Map.entry("Device", List.of("patient")),
            Map.entry("DiagnosticReport", List.of("subject")),
            Map.entry("Encounter", List.of("subject")),
            Map.entry("EpisodeOfCare", List.of("patient")),
            Map.entry("MeasureReport", List.of("subject")),
            Map.entry("MedicationAdministration", List.of("subject")),
            Map.entry("MedicationDispense", List.of("subject")),
            Map.entry("MedicationRequest", List.of("subject")),
            Map.entry("MedicationStatement", List.of("subject")),
            Map.entry("Observation", List.of("subject")),
            Map.entry("Procedure", List.of("subject")),
            Map.entry("Provenance", List.of("target")),
            Map.entry("QuestionnaireResponse", List.of("subject")),
            Map.entry("ServiceRequest", List.of("subject")),
            Map.entry("Task", List.of("for")));

    private Subjects() {}

    /** Their logical ids, in the order in which they are named; those of what is in a Bundle or in Parameters too. */
    public static Set<String> of(IBaseResource resource) {
        Set<String> patients = new LinkedHashSet<>();
        add(resource, patients);
        return patients;
    }

    private static void add(IBaseResource resource, Set<String> patients) {
        if (resource instanceof Patient patient) {
            addId(patient.getIdElement().getIdPart(), patients);
        } else if (resource instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> {
                if (entry.hasResource()) {
                    add(entry.getResource(), patients);
                } else if (entry.hasFullUrl()) {
                    addId(localId(relative(entry.getFullUrl()), false), patients);
                }
            });
        } else if (resource instanceof Parameters parameters) {
            addParts(parameters.getParameter(), patients);
        } else if (resource instanceof Group group) {
            group.getMember().forEach(member -> add(member.getEntity(), patients));
        } else if (resource instanceof ListResource list) {
            list.getEntry().forEach(entry -> add(entry.getItem(), patients));
        } else if (resource instanceof Resource other) {
            addNamed(other, patients);
        }
    }

    private static void addParts(List<Parameters.ParametersParameterComponent> parts, Set<String> patients) {
        for (Parameters.ParametersParameterComponent part : parts) {
            // Not hasResource() and hasPart(), which look into all that is below.
            if (part.getResource() != null) {
                add(part.getResource(), patients);
            } else if (part.getValue() instanceof Reference reference) {
                add(reference, patients);
            } else if (part.getValue() instanceof StringType || part.getValue() instanceof UriType) {
                addId(localId(part.getValue().primitiveValue(), false), patients);
            }
            addParts(part.getPart(), patients);
        }
    }

    private static void addNamed(Resource resource, Set<String> patients) {
        for (String element : ELEMENTS.getOrDefault(resource.fhirType(), List.of())) {
            Property property = resource.getNamedProperty(element);
            for (Base value : property == null ? List.<Base>of() : property.getValues()) {
                if (value instanceof Reference reference) {
                    add(reference, patients);
                }
            }
        }
        if (resource instanceof DomainResource domain) {
            domain.getContained().stream()
                    .filter(contained -> contained instanceof ListResource || contained instanceof Group)
                    .forEach(contained -> add(contained, patients));
        }
    }

    private static void add(Reference reference, Set<String> patients) {
        addId(localId(reference.getReference(), false), patients);
    }

    private static void addId(String id, Set<String> patients) {
        if (id != null) {
            patients.add(id);
        }
    }

    /**
     * The logical id of the patient that a text refers to, or null.
     *
     * @param bare whether an id alone is one of a patient
     */
    static String localId(String text, boolean bare) {
        if (text == null) {
            return null;
        }
        if (text.startsWith(TYPE)) {
            Matcher reference = PATIENT.matcher(text);
            return reference.matches() ? reference.group(1) : null;
        }
        return bare && ID.matcher(text).matches() ? text : null;
    }

    /** Without the base, which is this server's. */
    private static String relative(String fullUrl) {
        int type = fullUrl.lastIndexOf("/" + TYPE);
        return type < 0 ? fullUrl : fullUrl.substring(type + 1);
    }
}
