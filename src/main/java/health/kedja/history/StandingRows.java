package health.kedja.history;

import health.kedja.fhir.CareRelation.Through;
import health.kedja.fhir.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Gathers what rows say of one patient. For one thread. */
final class StandingRows {

    private static final String REGION = "region";
    private static final String RELATION = "relation";
    private static final String LINK = "link";

    /** Where care is given, not only asked for or registered. */
    private static final Set<String> TREATING =
            Set.of(Through.ENCOUNTER.token(), Through.EPISODE.token(), Through.CARE_TEAM.token());

    /** The same, for statements. */
    static String[] treating() {
        return TREATING.toArray(String[]::new);
    }

    private final Set<String> organizations = new HashSet<>();
    private final Set<String> treating = new HashSet<>();
    private final Set<String> practitioners = new HashSet<>();
    private final Set<String> blockedUnits = new HashSet<>();
    private String region;
    private boolean oneOfSeveral;
    private boolean optedOut;
    private boolean allBlocked;

    /** The columns: the patient, what the row is, through what, an organization, a practitioner. */
    void add(ResultSet row) throws SQLException {
        String what = row.getString(2);
        String organization = row.getString(4);
        if (what.equals(LINK)) {
            oneOfSeveral = true;
        } else if (what.equals(REGION)) {
            region = organization;
        } else if (what.equals(RELATION)) {
            addRelation(row.getString(3), organization, row.getString(5));
        } else if (what.equals(Refusal.Kind.REGISTER_OPT_OUT.token())) {
            optedOut = true;
        } else if (organization == null) {
            allBlocked = true;
        } else {
            blockedUnits.add(organization);
        }
    }

    private void addRelation(String through, String organization, String practitioner) {
        if (organization != null) {
            organizations.add(organization);
            if (TREATING.contains(through)) {
                treating.add(organization);
            }
        }
        if (practitioner != null) {
            practitioners.add(practitioner);
        }
    }

    /** Whether another record of the same person is known. */
    boolean isOneOfSeveral() {
        return oneOfSeveral;
    }

    Standing standing() {
        return new Standing(
                Optional.ofNullable(region),
                organizations,
                treating,
                practitioners,
                optedOut,
                allBlocked,
                blockedUnits);
    }
}
