package health.kedja.fhir;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Resources written as JSON with single quotes, and what becomes of them under the published maps. */
final class Given {

    static final CodeMaps MAPS = CodeMaps.load();
    static final ResourceEvents EVENTS = new ResourceEvents(MAPS, ZoneId.of("Europe/Stockholm"));

    static final String ICD = "urn:oid:1.2.752.116.1.1.1";
    static final String KVA = "urn:oid:1.2.752.116.1.3.2.1.4";
    static final String ATC = "http://www.whocc.no/atc";
    static final String LOINC = "http://loinc.org";
    static final String ACTIVITY = "https://kedja.health/fhir/CodeSystem/kedja-activity";
    static final String REASON = "https://kedja.health/fhir/CodeSystem/kedja-not-done-reason";

    private Given() {}

    static Resource resource(String json) {
        return (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json.replace('\'', '"'));
    }

    static Bundle bundle(String... entries) {
        return (Bundle)
                resource("{'resourceType':'Bundle','type':'collection','entry':[" + String.join(",", entries) + "]}");
    }

    static List<Event> events(String json) {
        return EVENTS.of(resource(json));
    }

    static Event event(String json) {
        List<Event> events = events(json);
        if (events.size() != 1) {
            throw new AssertionError("One event expected: " + events);
        }
        return events.get(0);
    }

    static List<Event> events(String json, Kind kind) {
        return events(json).stream().filter(event -> event.kind() == kind).toList();
    }

    /** A resource with id 1 of patient 7; {@code more} is the rest of its JSON. */
    static String json(String type, String more) {
        String patient = List.of("EpisodeOfCare", "AllergyIntolerance").contains(type) ? "patient" : "subject";
        return "{'resourceType':'" + type + "','id':'1','" + patient + "':{'reference':'Patient/7'}"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    static String codings(String... systemsAndCodes) {
        StringBuilder codings = new StringBuilder("{'coding':[");
        for (int i = 0; i < systemsAndCodes.length; i += 2) {
            codings.append(i == 0 ? "" : ",")
                    .append("{'system':'" + systemsAndCodes[i] + "','code':'" + systemsAndCodes[i + 1] + "'}");
        }
        return codings.append("]}").toString();
    }
}
