package health.kedja.access;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.history.Care;
import health.kedja.history.Records;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Two regions, the north with two units, and a patient of every standing, each with a contact and a broken hip. */
final class TwoRegions {

    /** The standings of the evidence: what the patient is to someone of the clinic in the north. */
    enum Standing {
        OWN_UNIT,
        OTHER_UNIT,
        OTHER_REGION,
        OPTED_OUT,
        BLOCKED
    }

    record Person(String patient, String contact, String fracture) {}

    final String north;
    final String clinic;
    final String ward;
    final String south;
    final String hospital;
    final String anna;
    private final Map<Standing, Person> people = new EnumMap<>(Standing.class);
    private final GuardedServerExtension server;

    TwoRegions(GuardedServerExtension server) {
        this.server = server;
        Care tree = new Care(ofTheServer(Role.ADMINISTRATOR));
        north = tree.organization(null);
        clinic = tree.organization(north);
        ward = tree.organization(north);
        south = tree.organization(null);
        hospital = tree.organization(south);
        anna = new Care(
                        server.http(server.token(Role.ADMINISTRATOR, List.of(north), "system/*.cruds", null, null)),
                        north + ".")
                .practitioner();
        people.put(Standing.OWN_UNIT, person(clinic, clinic));
        people.put(Standing.OTHER_UNIT, person(ward, ward));
        people.put(Standing.OTHER_REGION, person(hospital, hospital));
        people.put(Standing.OPTED_OUT, person(clinic, clinic));
        writing(clinic).optOut(of(Standing.OPTED_OUT).patient(), "active", null, null);
        people.put(Standing.BLOCKED, person(clinic, ward));
        writing(clinic).block(of(Standing.BLOCKED).patient(), ward);
    }

    Person of(Standing standing) {
        return people.get(standing);
    }

    /** The unit that records what there is of a patient: of blocked records, the one whose records are. */
    String unit(Standing standing) {
        return switch (standing) {
            case OTHER_REGION -> hospital;
            case OTHER_UNIT, BLOCKED -> ward;
            case OWN_UNIT, OPTED_OUT -> clinic;
        };
    }

    /** A patient seen at one unit, with a fracture recorded by that or another. */
    private Person person(String seenAt, String recordedBy) {
        String patient = writing(seenAt).patient();
        LocalDate today = LocalDate.now();
        String contact =
                writing(seenAt).contact(patient, seenAt, today.minusDays(5).toString(), today.toString());
        return new Person(patient, contact, writing(recordedBy).fracture(patient, ""));
    }

    /** What a system of an organization stores. */
    Care writing(String organization) {
        boolean inSouth = organization.equals(south) || organization.equals(hospital);
        return new Care(as(Role.INTEGRATION, organization), (inSouth ? south : north) + ".");
    }

    /** An id that no other test uses, and that clients of the north may choose. */
    String newId(String prefix) {
        return north + "." + Records.newId(prefix);
    }

    /** Of no organization. */
    FhirHttp ofTheServer(Role role) {
        return server.http(server.token(role, List.of(), "system/*.cruds", null, null));
    }

    FhirHttp as(Role role, String organization) {
        return as(role, organization, "user/*.cruds");
    }

    FhirHttp as(Role role, String organization, String scopes) {
        return launched(role, organization, scopes, null);
    }

    /** On behalf of the patient of a launch. */
    FhirHttp launched(Role role, String organization, String scopes, String patient) {
        return server.http(server.token(role, List.of(organization), scopes, "Practitioner/" + anna, patient));
    }
}
