package health.kedja.access;

import health.kedja.access.TwoRegions.Standing;
import health.kedja.history.Care;
import health.kedja.history.Records;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rows about data of patients, of a patient of every standing. */
final class PatientDoors {

    private static final Set<Standing> ALL = EnumSet.allOf(Standing.class);
    private static final String TAG = """
            {"resourceType": "Parameters", "parameter": [{"name": "meta", "valueMeta": {"tag": [
                {"system": "urn:example:tag", "code": "%s"}]}}]}""";

    private final TwoRegions world;
    private final Map<Standing, String> measurements = new EnumMap<>(Standing.class);
    private int changes;

    PatientDoors(TwoRegions world) {
        this.world = world;
    }

    List<Door> all() {
        for (Standing standing : Standing.values()) {
            measurements.put(standing, measured(standing));
        }
        return List.of(
                ofFracture("read").asks((http, name) -> http.get(name)),
                ofFracture("vread").asks((http, name) -> http.get(name + "/_history/1")),
                ofFracture("history").asks((http, name) -> http.get(name + "/_history")),
                ofFracture("search").listed().asks((http, name) -> http.get(name.replace("/", "?_id="))),
                ofFracture("$meta").asks((http, name) -> http.get(name + "/$meta")),
                new Door("patient", "create", "Condition")
                        .of(ALL, standing -> world.of(standing).patient())
                        .hiddenBy(400)
                        .writing()
                        .asks((http, patient) -> http.post("Condition", fracture("none", patient, "2024-03-01"))),
                ofFracture("update")
                        .writing()
                        .asks((http, name) -> http.put(name, fracture(id(name), patientOf(name), anotherDay()))),
                ofFracture("patch")
                        .writing()
                        .asks((http, name) -> http.patch(
                                name,
                                "application/json-patch+json",
                                "[{\"op\": \"replace\", \"path\": \"/onsetDateTime\", \"value\": \"" + anotherDay()
                                        + "\"}]")),
                ofNewFracture("delete").writing().asks((http, name) -> http.delete(name)),
                ofFracture("$meta-add")
                        .writing()
                        .asks((http, name) -> http.post(name + "/$meta-add", TAG.formatted(Records.newId("tag")))),
                new Door("patient", "$meta-delete", "Condition")
                        .of(ALL, this::tagged)
                        .ofBlockedRecord()
                        .writing()
                        .asks((http, target) ->
                                http.post(target.split(" ")[0] + "/$meta-delete", TAG.formatted(target.split(" ")[1]))),
                new Door("patient", "$validate", "Condition")
                        .of(ALL, standing -> world.of(standing).patient())
                        .asks((http, patient) ->
                                http.post("Condition/$validate", fracture("none", patient, "2024-03-01"))),
                ofNewFracture("$expunge")
                        .writing()
                        .asks((http, name) -> http.post(name + "/$expunge", OwnerlessDoors.EXPUNGE_VERSIONS)),
                new Door("patient", "$expunge", "Condition")
                        .of(ALL, standing -> deleted(newFracture(standing)))
                        .writing()
                        .asks((http, name) -> http.post("Condition/$expunge", OwnerlessDoors.EXPUNGE_DELETED)),
                new Door("Patient", "create", "Patient")
                        .writing()
                        .asks((http, none) ->
                                http.post("Patient", "{\"resourceType\": \"Patient\", \"birthDate\": \"1940-01-01\"}")),
                ofPatient("$everything"),
                ofPatient("$fracture-chain"),
                ofPatient("$next-actions"),
                ofPatient("$access-log"),
                new Door("Encounter", "$everything", "Encounter")
                        .of(ALL, standing -> "Encounter/" + world.of(standing).contact())
                        .asks((http, name) -> http.get(name + "/$everything")),
                new Door("Observation", "$harmonise-bmd", "Observation")
                        .of(ALL, measurements::get)
                        .ofBlockedRecord()
                        .asks((http, name) -> http.get(name + "/$harmonise-bmd")));
    }

    private Door ofPatient(String operation) {
        return new Door("Patient", operation, "Patient")
                .of(ALL, standing -> "Patient/" + world.of(standing).patient())
                .asks((http, name) -> http.get(name + "/" + operation));
    }

    private Door ofFracture(String interaction) {
        return ofFracture(
                interaction, standing -> "Condition/" + world.of(standing).fracture());
    }

    private Door ofNewFracture(String interaction) {
        return ofFracture(interaction, this::newFracture);
    }

    private static Door ofFracture(String interaction, Function<Standing, String> fracture) {
        return new Door("patient", interaction, "Condition").of(ALL, fracture).ofBlockedRecord();
    }

    /** One more of the same patient, with a version before the current one. */
    private String newFracture(Standing standing) {
        Care unit = world.writing(world.unit(standing));
        String id = unit.fracture(world.of(standing).patient(), "");
        world.as(Role.INTEGRATION, world.unit(standing))
                .put("Condition/" + id, fracture(id, world.of(standing).patient(), anotherDay()))
                .expect(200);
        return "Condition/" + id;
    }

    private String deleted(String name) {
        world.ofTheServer(Role.INTEGRATION).delete(name).expect(200, 204);
        return name;
    }

    /** The fracture and the tag that it got. */
    private String tagged(Standing standing) {
        String name = "Condition/" + world.of(standing).fracture();
        String tag = Records.newId("tag");
        world.ofTheServer(Role.INTEGRATION)
                .post(name + "/$meta-add", TAG.formatted(tag))
                .expect(200);
        return name + " " + tag;
    }

    private String measured(Standing standing) {
        return "Observation/"
                + world.writing(world.unit(standing))
                        .put("Observation", """
                        "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "46278-8"}]},
                        "bodySite": {"coding": [{"system": "https://kedja.health/fhir/CodeSystem/kedja-bone-region",
                            "code": "total-hip"}]},
                        "subject": {"reference": "Patient/%s"}, "effectiveDateTime": "2024-04-01",
                        "valueQuantity": {"value": 0.7, "unit": "g/cm2", "system": "http://unitsofmeasure.org",
                            "code": "g/cm2"}""".formatted(world.of(standing).patient()));
    }

    private String patientOf(String fracture) {
        for (Standing standing : Standing.values()) {
            if (world.of(standing).fracture().equals(id(fracture))) {
                return world.of(standing).patient();
            }
        }
        throw new IllegalArgumentException(fracture);
    }

    private static String id(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private String anotherDay() {
        return java.time.LocalDate.of(2000, 1, 1).plusDays(changes++).toString();
    }

    /** @param id {@code none} for one that the server gives */
    private static String fracture(String id, String patient, String day) {
        return Records.hipFracture(id, patient, day).replace("\"id\": \"none\",", "");
    }
}
