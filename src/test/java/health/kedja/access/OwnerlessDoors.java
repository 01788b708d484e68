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
import java.util.function.UnaryOperator;

/** The rows about what is no patient's: who works where, of each unit and region, and definitions. */
final class OwnerlessDoors {

    /** The earlier versions of a resource. */
    static final String EXPUNGE_VERSIONS = """
            {"resourceType": "Parameters", "parameter": [{"name": "expungePreviousVersions", "valueBoolean": true}]}""";

    /** What was deleted, of a type or of all. */
    static final String EXPUNGE_DELETED = """
            {"resourceType": "Parameters", "parameter": [{"name": "expungeDeletedResources", "valueBoolean": true}]}""";

    private static final String TAG = """
            {"resourceType": "Parameters", "parameter": [{"name": "meta", "valueMeta": {"tag": [
                {"system": "urn:example:tag", "code": "%s"}]}}]}""";

    private final TwoRegions world;
    private final Map<Standing, String> locations = new EnumMap<>(Standing.class);
    private final String valueSet;

    OwnerlessDoors(TwoRegions world) {
        this.world = world;
        for (Standing standing : units()) {
            locations.put(standing, location(standing));
        }
        this.valueSet = valueSet();
    }

    private static Set<Standing> units() {
        return EnumSet.of(Standing.OWN_UNIT, Standing.OTHER_UNIT, Standing.OTHER_REGION);
    }

    /** What is asked about, in both kinds alike. */
    private record Kind(
            String what,
            String type,
            Set<Standing> standings,
            Function<Standing, String> one,
            Function<Standing, String> fresh,
            Function<Standing, String> body,
            UnaryOperator<String> changed) {

        Door door(String interaction) {
            return new Door(what, interaction, type).of(standings, one);
        }

        Door ofFresh(String interaction) {
            return new Door(what, interaction, type).of(standings, fresh);
        }
    }

    List<Door> directory() {
        return doors(new Kind(
                "directory",
                "Location",
                units(),
                locations::get,
                this::location,
                standing -> "{\"resourceType\": \"Location\", " + locationBody(standing) + "}",
                name -> {
                    Standing standing = locations.entrySet().stream()
                            .filter(entry -> entry.getValue().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .getKey();
                    return "{\"resourceType\": \"Location\", \"id\": \"" + id(name) + "\", " + locationBody(standing)
                            + "}";
                }));
    }

    List<Door> definitions() {
        return doors(new Kind(
                "conformance",
                "ValueSet",
                EnumSet.of(Standing.OWN_UNIT),
                standing -> valueSet,
                standing -> valueSet(),
                standing -> "{\"resourceType\": \"ValueSet\", " + valueSetBody() + "}",
                name -> "{\"resourceType\": \"ValueSet\", \"id\": \"" + id(name) + "\", " + valueSetBody() + "}"));
    }

    private List<Door> doors(Kind kind) {
        return List.of(
                kind.door("read").asks((http, name) -> http.get(name)),
                kind.door("vread").asks((http, name) -> http.get(name + "/_history/1")),
                kind.door("history").asks((http, name) -> http.get(name + "/_history")),
                kind.door("search").listed().asks((http, name) -> http.get(name.replace("/", "?_id="))),
                kind.door("$meta").asks((http, name) -> http.get(name + "/$meta")),
                new Door(kind.what(), "create", kind.type())
                        .of(kind.standings(), kind.body())
                        .hiddenBy(400)
                        .writing()
                        .asks((http, body) -> http.post(kind.type(), body)),
                kind.door("update")
                        .writing()
                        .asks((http, name) -> http.put(name, kind.changed().apply(name))),
                kind.door("patch")
                        .writing()
                        .asks((http, name) -> http.patch(
                                name,
                                "application/json-patch+json",
                                "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"" + Records.newId("N")
                                        + "\"}]")),
                kind.ofFresh("delete").writing().asks((http, name) -> http.delete(name)),
                kind.door("$meta-add")
                        .writing()
                        .asks((http, name) -> http.post(name + "/$meta-add", TAG.formatted(Records.newId("tag")))),
                new Door(kind.what(), "$meta-delete", kind.type())
                        .of(kind.standings(), standing -> tagged(kind.one().apply(standing)))
                        .writing()
                        .asks((http, target) ->
                                http.post(target.split(" ")[0] + "/$meta-delete", TAG.formatted(target.split(" ")[1]))),
                new Door(kind.what(), "$validate", kind.type())
                        .of(kind.standings(), kind.body())
                        .asks((http, body) -> http.post(kind.type() + "/$validate", body)),
                kind.ofFresh("$expunge")
                        .writing()
                        .asks((http, name) -> http.post(name + "/$expunge", EXPUNGE_VERSIONS)));
    }

    /** With a version before the current one. */
    private String location(Standing standing) {
        Care unit = world.writing(world.unit(standing));
        String id = unit.put("Location", locationBody(standing));
        unit.put("Location", id, locationBody(standing));
        return "Location/" + id;
    }

    private String locationBody(Standing standing) {
        return "\"name\": \"" + Records.newId("N") + "\", \"managingOrganization\": {\"reference\": \"Organization/"
                + world.unit(standing) + "\"}";
    }

    private String valueSet() {
        Care administrator = new Care(world.ofTheServer(Role.ADMINISTRATOR));
        String id = administrator.put("ValueSet", valueSetBody());
        administrator.put("ValueSet", id, valueSetBody());
        return "ValueSet/" + id;
    }

    private static String valueSetBody() {
        String name = Records.newId("V").replace("-", "");
        return "\"url\": \"https://example.org/" + name + "\", \"name\": \"" + name + "\", \"status\": \"draft\"";
    }

    private String tagged(String name) {
        String tag = Records.newId("tag");
        world.ofTheServer(Role.ADMINISTRATOR)
                .post(name + "/$meta-add", TAG.formatted(tag))
                .expect(200);
        return name + " " + tag;
    }

    private static String id(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
