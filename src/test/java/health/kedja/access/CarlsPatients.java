package health.kedja.access;

import static health.kedja.history.Records.newId;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.history.Care;
import java.util.List;

/** A region with a clinician, Carl, who is the general practitioner of its patients and works with a system of it too. */
public final class CarlsPatients {

    private final GuardedServerExtension server;
    private final String region;
    private final String carl;

    public CarlsPatients(GuardedServerExtension server) {
        this.server = server;
        region = new Care(server.http(server.token(Role.ADMINISTRATOR, List.of(), "system/*.cruds", null, null)))
                .organization(null);
        carl = id("carl");
        new Care(server.http(server.token(Role.ADMINISTRATOR, List.of(region), "system/*.cruds", null, null)))
                .put("Practitioner", carl, "\"active\": true");
    }

    /** An id that no other test uses, and that clients of the region may choose. */
    public String id(String prefix) {
        return region + "." + newId(prefix);
    }

    /** Carl as a resource. */
    public String carl() {
        return "Practitioner/" + carl;
    }

    /** A system of the region. */
    public FhirHttp system() {
        return server.http(server.token(Role.INTEGRATION, List.of(region), "system/*.cruds", null, null));
    }

    /** Carl, who treats. */
    public FhirHttp clinician() {
        return server.http(server.issuer()
                .sign(server.claims()
                        .claim("roles", List.of("clinician", "integration"))
                        .claim("organizations", List.of(region))
                        .claim("fhirUser", carl())
                        .claim("purpose", "TREAT")
                        .claim("scope", "system/*.cruds user/*.cruds")
                        .build()));
    }

    /** The record of one of them. */
    public String patient(String id, String birthDate) {
        return """
                {"resourceType": "Patient", "id": "%s", "birthDate": "%s", "generalPractitioner": [{"reference": "%s"}]}
                """.formatted(id, birthDate, carl());
    }
}
