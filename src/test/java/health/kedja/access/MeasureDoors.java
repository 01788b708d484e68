package health.kedja.access;

import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Care;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rows about quality indicators, of a patient of every standing who broke a hip in 2021. */
final class MeasureDoors {

    private static final Set<Standing> ALL = EnumSet.allOf(Standing.class);
    private static final String YEAR = "periodStart=2021-01-01&periodEnd=2021-12-31";
    private static final String REPORT = "Measure/SOS-07/$evaluate-measure?" + YEAR;

    private final TwoRegions world;

    MeasureDoors(TwoRegions world) {
        this.world = world;
        for (Standing standing : Standing.values()) {
            admit(world, standing);
        }
    }

    /** To hospital, with a broken hip. */
    static void admit(TwoRegions world, Standing standing) {
        String unit = world.unit(standing);
        Care care = world.writing(unit);
        String subject =
                "\"subject\": {\"reference\": \"Patient/" + world.of(standing).patient() + "\"}";
        String stay = care.put("Encounter", """
                "status": "finished", "class": {"code": "IMP"}, "serviceProvider": {"reference": "Organization/%s"},
                "period": {"start": "2021-03-01", "end": "2021-03-08"}, """.formatted(unit) + subject);
        care.put("Condition", """
                "clinicalStatus": {"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
                "verificationStatus": {"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "confirmed"}]},
                "code": {"coding": [{"system": "urn:oid:1.2.752.116.1.1.1", "code": "S72.00"}]},
                "encounter": {"reference": "Encounter/%s"}, "onsetDateTime": "2021-03-01", """.formatted(stay) + subject);
    }

    List<Door> all() {
        return List.of(
                new Door("Measure", "$evaluate-measure population", "Measure").asks((http, none) -> http.get(REPORT)),
                ofOne("$evaluate-measure subject").asks((http, name) -> http.get(REPORT + "&subject=" + name)),
                new Door("Measure", "$evaluate-measure subject-list", "Measure")
                        .of(ALL, this::patient)
                        .ofBlockedRecord()
                        .listed()
                        .asks((http, name) -> http.get(REPORT + "&reportType=subject-list")),
                // Of no report in particular: whoever may ask at all is told that there is none.
                new Door("Measure", "$evaluate-measure-status", "Measure")
                        .answers(404)
                        .asks((http, none) -> http.get("Measure/$evaluate-measure-status?job=none")),
                ofOne("$care-gaps")
                        .asks((http, name) ->
                                http.get("Measure/$care-gaps?" + YEAR + "&status=open-gap&subject=" + name)),
                ofOne("$collect-data")
                        .asks((http, name) -> http.get("Measure/SOS-07/$collect-data?" + YEAR + "&subject=" + name)),
                new Door("Measure", "$submit-data", "Measure")
                        .of(ALL, this::patient)
                        .hiddenBy(400)
                        .writing()
                        .asks((http, name) -> http.post("Measure/SOS-07/$submit-data", submission(name))));
    }

    /** What is worked out from a record is not told without what is blocked of it, but refused. */
    private Door ofOne(String operation) {
        return new Door("Measure", operation, "Measure").of(ALL, this::patient).ofBlockedRecordBy(403);
    }

    private String patient(Standing standing) {
        return "Patient/" + world.of(standing).patient();
    }

    private static String submission(String patient) {
        return """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "measureReport", "resource": {"resourceType": "MeasureReport", "status": "complete",
                  "type": "data-collection", "measure": "https://kedja.health/fhir/Measure/SOS-07",
                  "period": {"start": "2021-01-01", "end": "2021-12-31"}}},
                 {"name": "resource", "resource": {"resourceType": "Condition",
                  "clinicalStatus": {"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
                  "code": {"coding": [{"system": "urn:oid:1.2.752.116.1.1.1", "code": "S52.50"}]},
                  "onsetDateTime": "2021-05-01", "subject": {"reference": "%s"}}}]}""".formatted(patient);
    }
}
