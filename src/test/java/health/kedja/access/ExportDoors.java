package health.kedja.access;

import health.kedja.Exported;
import health.kedja.FhirHttp;
import health.kedja.access.TwoRegions.Standing;
import java.util.EnumSet;
import java.util.List;

/** Bulk export: what is in the files, and the addresses where they are asked for. */
final class ExportDoors {

    private static final String[] ASYNC = {"Prefer", "respond-async"};
    private static final int ACCEPTED = 202;

    private final TwoRegions world;

    ExportDoors(TwoRegions world) {
        this.world = world;
    }

    List<Door> all() {
        return List.of(
                begun("system", null, "$export?_type=Organization"),
                begun("Patient", "Patient", "Patient/$export?_type=Condition"),
                new Door("Group", "$export", "Group")
                        .of(EnumSet.of(Standing.OWN_UNIT, Standing.OTHER_REGION), this::group)
                        .answers(ACCEPTED)
                        .asks((http, name) -> givenUp(http, http.get(name + "/$export?_type=Condition", ASYNC))),
                new Door("patient", "export", "Condition")
                        .of(
                                EnumSet.allOf(Standing.class),
                                standing -> "Condition/" + world.of(standing).fracture())
                        .ofBlockedRecord()
                        .listed()
                        .asks((http, name) -> files(http, "Patient/$export?_type=Condition", "Condition")),
                new Door("directory", "export", "Organization")
                        .of(
                                EnumSet.of(Standing.OWN_UNIT, Standing.OTHER_REGION),
                                standing -> "Organization/"
                                        + (standing == Standing.OWN_UNIT ? world.clinic : world.hospital))
                        .listed()
                        .asks((http, name) -> files(http, "$export?_type=Organization", "Organization")),
                new Door("conformance", "export", "ValueSet")
                        .answers(ACCEPTED)
                        .asks((http, none) -> givenUp(http, http.get("$export?_type=ValueSet", ASYNC))),
                // Of what may be asked for the answer is that there is no such export.
                new Door("system", "$export-poll-status", null)
                        .answers(404)
                        .asks((http, none) -> http.get("$export-poll-status?_jobId=none")),
                new Door("system", "$export-file", null)
                        .answers(404)
                        .asks((http, none) -> http.get("$export-file?_jobId=none&_file=none")));
    }

    private static Door begun(String what, String type, String path) {
        return new Door(what, "$export", type)
                .answers(ACCEPTED)
                .asks((http, none) -> givenUp(http, http.get(path, ASYNC)));
    }

    private String group(Standing standing) {
        String region = standing == Standing.OWN_UNIT ? world.north : world.south;
        return "Group/"
                + world.writing(region)
                        .put(
                                "Group",
                                "\"type\": \"person\", \"actual\": true, \"member\": [{\"entity\": {\"reference\": \"Patient/"
                                        + world.of(standing).patient() + "\"}}]");
    }

    private static FhirHttp.Answer givenUp(FhirHttp http, FhirHttp.Answer answer) {
        if (answer.status() == ACCEPTED) {
            http.delete(answer.header("Content-Location")).expect(ACCEPTED);
        }
        return answer;
    }

    /** The file of the type, or, when there is none, the list without it. */
    private static FhirHttp.Answer files(FhirHttp http, String path, String type) {
        FhirHttp.Answer begun = http.get(path, ASYNC);
        if (begun.status() != ACCEPTED) {
            return begun;
        }
        Exported exported = Exported.of(http, Exported.kickedOff(begun));
        FhirHttp.Answer answer = exported.urls(type).isEmpty()
                ? http.get(exported.status(), "Accept", "application/json")
                : http.get(exported.urls(type).get(0), "Accept", "application/fhir+ndjson");
        http.delete(exported.status()).expect(ACCEPTED);
        return answer;
    }
}
