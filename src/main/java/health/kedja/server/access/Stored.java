package health.kedja.server.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what is stored as the server itself, for a decision about it. */
final class Stored {

    private static final String IS_CURRENT = """
            select exists (
                select from public.hfj_resource where res_type = ? and fhir_id = ? and res_deleted_at is null)
            """;

    private final DaoRegistry daos;
    private final Labels labels;
    private final JdbcTemplate jdbc;

    Stored(DaoRegistry daos, Labels labels, DataSource dataSource) {
        this.daos = daos;
        this.labels = labels;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * A patient with nothing but the id and the label that says whose it is, which cost a tenth of reading it; one that was
     * deleted too. Empty when there never was one.
     */
    Optional<Resource> bare(String patient) {
        return Optional.ofNullable(labels.owners(Set.of("Patient/" + patient)).get("Patient/" + patient))
                .map(owner -> bare(patient, owner));
    }

    /** The same of one who is known to be stored, and whose. */
    static Resource bare(String patient, Optional<String> owner) {
        Patient bare = new Patient();
        bare.setId(new IdType("Patient", patient));
        Labels.write(bare, owner, Optional.empty());
        return bare;
    }

    /** Whether something is stored under a name, whose ever it is, and not deleted. */
    boolean isCurrent(String type, String id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(IS_CURRENT, Boolean.class, type, id));
    }

    /** The current version; empty when there is none, or when it was deleted. */
    Optional<Resource> current(String type, String id) {
        if (!daos.isResourceTypeSupported(type)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    (Resource) daos.getResourceDao(type).read(new IdType(type, id), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    /** The current version, or the last one before it was deleted. */
    Optional<Resource> last(String type, String id) {
        Optional<Resource> current = current(type, id);
        if (current.isPresent() || !daos.isResourceTypeSupported(type)) {
            return current;
        }
        try {
            Resource tombstone =
                    (Resource) daos.getResourceDao(type).read(new IdType(type, id), new SystemRequestDetails(), true);
            long version = Long.parseLong(tombstone.getIdElement().getVersionIdPart());
            for (long before = version - 1; before > 0; before--) {
                Optional<Resource> found = version(type, id, before);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private Optional<Resource> version(String type, String id, long version) {
        try {
            return Optional.of((Resource) daos.getResourceDao(type)
                    .read(new IdType(type, id, String.valueOf(version)), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }
}
