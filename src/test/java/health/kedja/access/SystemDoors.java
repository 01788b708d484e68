package health.kedja.access;

import health.kedja.GuardedServerExtension;
import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Records;
import java.util.EnumSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows about definitions that work, the audit trail, and what names no type. */
final class SystemDoors {

    private static final String NOTHING = "{\"resourceType\": \"Parameters\"}";
    private static final String ACTIVITY = "https://kedja.health/fhir/CodeSystem/kedja-activity&code=training";
    private static final String SITES = "https://kedja.health/fhir/ValueSet/kedja-fracture-site";
    private static final String MEASUREMENT = """
            {"resourceType": "Parameters", "parameter": [{"name": "observation", "resource": {
                "resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/1"},
                "code": {"coding": [{"system": "http://loinc.org", "code": "46278-8"}]},
                "bodySite": {"coding": [{"system": "https://kedja.health/fhir/CodeSystem/kedja-bone-region",
                    "code": "total-hip"}]},
                "effectiveDateTime": "2025-01-01", "valueQuantity": {"value": 0.7, "unit": "g/cm2",
                    "system": "http://unitsofmeasure.org", "code": "g/cm2"}}}]}""";

    private final TwoRegions world;
    private final JdbcTemplate trail;

    SystemDoors(TwoRegions world, GuardedServerExtension server) {
        this.world = world;
        this.trail = new JdbcTemplate(server.dataSource());
    }

    List<Door> terminology() {
        return List.of(
                get("CodeSystem", "$lookup", "CodeSystem/$lookup?system=" + ACTIVITY),
                get("CodeSystem", "$validate-code", "CodeSystem/$validate-code?url=" + ACTIVITY),
                get(
                        "ConceptMap",
                        "$translate",
                        "ConceptMap/$translate?url=https://kedja.health/fhir/ConceptMap/kedja-code-to-event"
                                + "&system=urn:oid:1.2.752.116.1.3.2.1.4&code=NFJ79"),
                get("ValueSet", "$expand", "ValueSet/$expand?url=" + SITES),
                get(
                        "ValueSet",
                        "$validate-code",
                        "ValueSet/$validate-code?url=" + SITES
                                + "&system=https://kedja.health/fhir/CodeSystem/kedja-fracture-site&code=hip"),
                get("StructureDefinition", "$snapshot", "StructureDefinition/kedja-patient/$snapshot"));
    }

    private static Door get(String type, String operation, String path) {
        return new Door(type, operation, type).asks((http, none) -> http.get(path));
    }

    List<Door> audit() {
        return List.of(
                new Door("audit", "read", "AuditEvent")
                        .of(EnumSet.of(Standing.OWN_UNIT), standing -> "AuditEvent/" + lastEvent())
                        .asks((http, name) -> http.get(name)),
                new Door("audit", "search", "AuditEvent")
                        .of(EnumSet.of(Standing.OWN_UNIT), standing -> "AuditEvent/" + lastEvent())
                        .asks((http, name) -> http.get("AuditEvent?_count=5")));
    }

    /** Of a caller of the region. */
    private long lastEvent() {
        world.as(Role.INTEGRATION, world.north).get("Location?name=none").expect(200);
        return trail.queryForObject(
                "select max(id) from kedja_audit.access where organizations = ?", Long.class, world.north);
    }

    List<Door> system() {
        return List.of(
                of("metadata").asks((http, none) -> http.get("metadata")),
                of("transaction")
                        .asks((http, none) -> http.post("", Records.bundle("batch", "GET ValueSet?_id=none", null))),
                of("$fracture-chain").asks((http, none) -> http.post("$fracture-chain", record())),
                new Door("Observation", "$harmonise-bmd posted", "Observation")
                        .asks((http, none) -> http.post("Observation/$harmonise-bmd", MEASUREMENT)),
                // Of what may be asked for the answer is that it is not complete.
                // Told that no address is listed from which files might be fetched.
                of("$import").answers(403).asks((http, none) -> http.post("$import", NOTHING)),
                of("$assign-owner").answers(400).asks((http, none) -> http.post("$assign-owner", NOTHING)),
                of("$import-poll-status")
                        .answers(404)
                        .asks((http, none) -> http.get("$import-poll-status?_jobId=none")),
                of("$expunge")
                        .of(EnumSet.of(Standing.OWN_UNIT), standing -> deleted())
                        .writing()
                        .asks((http, none) -> http.post("$expunge", OwnerlessDoors.EXPUNGE_DELETED)),
                of("delete _expunge")
                        .of(EnumSet.of(Standing.OWN_UNIT), standing -> location())
                        .writing()
                        .asks((http, id) -> http.delete("Location?_id=" + id + "&_expunge=true")),
                of("$get-resource-counts").asks((http, none) -> http.get("$get-resource-counts")));
    }

    private static Door of(String interaction) {
        return new Door("system", interaction, null);
    }

    private static String record() {
        String patient = Records.patient("p", "1940-01-01");
        return """
                {"resourceType": "Parameters", "parameter": [{"name": "asOf", "valueDate": "2024-06-01"},
                 {"name": "bundle", "resource": %s}]}""".formatted(Records.bundle(
                "collection",
                "PUT Patient/p",
                patient,
                "PUT Condition/c",
                Records.hipFracture("c", "p", "2024-03-01")));
    }

    private String location() {
        return world.writing(world.clinic).put("Location", "\"status\": \"active\"");
    }

    private String deleted() {
        String id = location();
        world.ofTheServer(Role.ADMINISTRATOR).delete("Location/" + id).expect(200, 204);
        return id;
    }
}
