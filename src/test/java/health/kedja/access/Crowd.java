package health.kedja.access;

import static health.kedja.history.Records.bundle;

import health.kedja.FhirHttp;
import health.kedja.history.Care;
import health.kedja.history.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Many patients of the north, drawn at random: seen at the clinic, the ward or nowhere, lately or long ago, by Anna or not,
 * opted out, blocked, merged; with records that are about one of them, about several, or about none.
 */
final class Crowd {

    /** The types that are stored of each. */
    static final List<String> TYPES =
            List.of("Patient", "Encounter", "Condition", "Observation", "Group", "Provenance", "Consent");

    private final TwoRegions world;
    private final Random random;
    private final String crowd = Records.newId("");
    final List<String> patients = new ArrayList<>();

    Crowd(TwoRegions world, int people, long seed) {
        this.world = world;
        this.random = new Random(seed);
        for (int i = 0; i < people; i++) {
            patients.add(world.north + ".p" + i + crowd);
        }
        store(people);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String unit() {
        return chance(0.5) ? world.clinic : world.ward;
    }

    private String anyone() {
        return patients.get(random.nextInt(patients.size()));
    }

    private void store(int people) {
        List<String> everybody = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            everybody.add("PUT Patient/" + patients.get(i));
            everybody.add(patient(patients.get(i)));
        }
        send(world.as(Role.INTEGRATION, world.north), everybody);
        List<String> atClinic = new ArrayList<>();
        List<String> atWard = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            addRecords(i, chance(0.5) ? atClinic : atWard);
        }
        send(world.as(Role.INTEGRATION, world.clinic), atClinic);
        send(world.as(Role.INTEGRATION, world.ward), atWard);
        Care care = world.writing(world.clinic);
        for (int i = 0; i < people; i++) {
            if (chance(0.15)) {
                care.optOut(patients.get(i), "active", null, null);
            }
            if (chance(0.2)) {
                care.block(patients.get(i), unit());
            }
        }
        for (int i = 0; i + 1 < people; i += 9) {
            care.replace(patients.get(i), patients.get(i + 1), "");
        }
    }

    private String patient(String id) {
        String more =
                chance(0.25) ? ", \"managingOrganization\": {\"reference\": \"Organization/" + unit() + "\"}" : "";
        if (chance(0.15)) {
            more += ", \"generalPractitioner\": [{\"reference\": \"Practitioner/" + world.anna + "\"}]";
        }
        return "{\"resourceType\": \"Patient\", \"id\": \"" + id + "\", \"birthDate\": \"19" + (20 + random.nextInt(40))
                + "-01-01\"" + more + "}";
    }

    private void addRecords(int i, List<String> entries) {
        String id = patients.get(i);
        String subject = "\"subject\": {\"reference\": \"Patient/" + id + "\"}";
        if (chance(0.6)) {
            LocalDate day = chance(0.8) ? LocalDate.now().minusDays(3) : LocalDate.parse("1990-01-01");
            add(entries, "Encounter", id, """
                    "status": "finished", "class": {"code": "AMB"}, %s, "period": {"start": "%s", "end": "%s"},
                    "serviceProvider": {"reference": "Organization/%s"}""".formatted(subject, day, day, unit()));
        }
        String beside = chance(0.3)
                ? ", \"note\": [{\"text\": \"said\", \"authorReference\": {\"reference\": \"Patient/" + anyone()
                        + "\"}}]"
                : "";
        add(entries, "Condition", id, """
                "clinicalStatus": {"coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
                "code": {"coding": [{"system": "urn:oid:1.2.752.116.1.1.1", "code": "%s"}]},
                "onsetDateTime": "2024-03-01", %s""".formatted(chance(0.5) ? "S72.00" : "S52.50", subject) + beside);
        String performer = chance(0.3) ? ", \"performer\": [{\"reference\": \"Patient/" + anyone() + "\"}]" : "";
        add(
                entries,
                "Observation",
                id,
                "\"status\": \"final\", \"code\": {\"text\": \"any\"}"
                        + (chance(0.1) ? beside : ", " + subject + performer));
        if (chance(0.3)) {
            add(entries, "Group", id, """
                    "type": "person", "actual": true, "member": [
                        {"entity": {"reference": "Patient/%s"}}, {"entity": {"reference": "Patient/%s"}}]""".formatted(id, anyone()));
        }
        if (chance(0.3)) {
            add(entries, "Provenance", id, """
                    "target": [{"reference": "Condition/%1$s-Condition"}%2$s], "recorded": "2024-03-01T12:00:00Z",
                    "agent": [{"who": {"reference": "Patient/%1$s"}}]""".formatted(
                            id, chance(0.5) ? ", {\"reference\": \"Patient/" + anyone() + "\"}" : ""));
        }
    }

    private static void add(List<String> entries, String type, String id, String body) {
        String name = id + "-" + type;
        entries.add("PUT " + type + "/" + name);
        entries.add("{\"resourceType\": \"" + type + "\", \"id\": \"" + name + "\", " + body + "}");
    }

    private static void send(FhirHttp http, List<String> entries) {
        http.post("", bundle("transaction", entries.toArray(String[]::new))).expect(200);
    }

    /** A search that anyone might make, without type. */
    String question(String type) {
        String some = String.join(",", anyone(), anyone(), anyone(), anyone(), anyone());
        return switch (random.nextInt(5)) {
            case 0 -> "_sort=-_lastUpdated";
            case 1 -> "_lastUpdated=gt2000-01-01&_sort=_id";
            case 2 ->
                switch (type) {
                    case "Patient" -> "_id=" + some;
                    case "Group" -> "member=" + some;
                    default -> "patient=" + some;
                };
            case 3 ->
                switch (type) {
                    case "Patient" -> "birthdate=lt1940-01-01";
                    case "Condition" -> "code=urn:oid:1.2.752.116.1.1.1|S72.00";
                    case "Encounter" -> "status=finished&_sort=date";
                    case "Consent" -> "status=active";
                    default -> "_tag:not=urn:example|any";
                };
            default -> "";
        };
    }
}
