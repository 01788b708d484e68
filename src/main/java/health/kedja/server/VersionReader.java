package health.kedja.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.kedja.history.StoredVersions;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions of resources as HAPI reads them, with the profiles that they claimed. */
final class VersionReader implements StoredVersions {

    private final DaoRegistry daos;
    private final TransactionTemplate transaction;

    VersionReader(DaoRegistry daos, PlatformTransactionManager transactions) {
        this.daos = daos;
        this.transaction = new TransactionTemplate(transactions);
        // Of its own: what it has read is let go with it.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
    }

    @Override
    public List<Resource> read(List<Version> versions) {
        return transaction.execute(status -> {
            List<Resource> resources = new ArrayList<>(versions.size());
            for (Version version : versions) {
                try {
                    resources.add((Resource) daos.getResourceDao(version.type())
                            .read(
                                    new IdType(version.type(), version.id(), Long.toString(version.number())),
                                    new SystemRequestDetails()));
                } catch (ResourceNotFoundException | ResourceGoneException e) {
                    // Expunged between the list and the reading. HAPI has given up the transaction, which has only
                    // read.
                    status.setRollbackOnly();
                }
            }
            return resources;
        });
    }
}
