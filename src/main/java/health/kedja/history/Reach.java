package health.kedja.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what decides whose data is whose: the tree of organizations, who has to do with which patient, what patients have
 * refused. It decides nothing itself. Safe to share between threads; each call sees all that was committed before it, and
 * within a transaction what that has flushed.
 *
 * <p>All ids are logical ids ({@code anna}, not {@code Practitioner/anna}), but for sources, which are as events name them
 * ({@code Observation/123}). Errors of the database come as {@link org.springframework.dao.DataAccessException}.
 */
public final class Reach {

    private final JdbcTemplate jdbc;
    private final int daysAfterEncounter;

    /** @param daysAfterEncounter for how many days after its end an encounter still is a relation, 0 or more */
    public Reach(DataSource dataSource, int daysAfterEncounter) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.daysAfterEncounter = daysAfterEncounter;
    }

    /**
     * The region of an organization: the one at the top of the tree it is in, or itself. Empty when it is not stored, when
     * one above it is not, or when following {@code partOf} comes round in a circle: such an organization is in no region.
     */
    public Optional<String> region(String organization) {
        throw new UnsupportedOperationException();
    }

    /** These organizations, and all that are part of them, directly or not. Those that are not stored stay in the set. */
    public Set<String> below(Collection<String> organizations) {
        throw new UnsupportedOperationException();
    }

    /**
     * The standing of each of these patients on a day, in one statement. A patient of whom nothing is known has one that
     * says nothing.
     *
     * @param patients logical ids of records, replaced ones too
     */
    public Map<String, Standing> standing(Collection<String> patients, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /**
     * Which of these resources are blocked, on a day, for a caller of these organizations: recorded by a unit whose records
     * the patient has blocked, while none of the organizations is that unit or below it. A resource of which the unit is not
     * known counts as recorded by the blocked unit. The Patient itself is never blocked.
     *
     * <p>Costs next to nothing where no patient has a block; see {@link Standing#hasBlock} to spare the call.
     *
     * @param sources stored resources, such as {@code Observation/123}, each with the patient it is about
     * @param organizations those of the caller, without the ones below them
     */
    public Set<String> hidden(Map<String, String> sources, Collection<String> organizations, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** The patient records of all who refuse to be in quality registers on a day, every record of each person. */
    public Set<String> optedOut(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** The patient records of everyone who belongs to a region, as {@link Standing#region} says. */
    public Set<String> patientsOf(String region) {
        throw new UnsupportedOperationException();
    }

    /** The unit that recorded each of these resources; those of which it is not known are left out. */
    public Map<String, String> custodians(Collection<String> sources) {
        throw new UnsupportedOperationException();
    }
}
