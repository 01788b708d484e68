package health.kedja.server;

import ca.uhn.fhir.jpa.dao.IJpaStorageResourceParser;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import health.kedja.history.StoredVersions;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions of resources as HAPI reads them, with the profiles that they claimed, many by one query. */
final class VersionReader implements StoredVersions {

    private static final String QUERY = """
            select version from ResourceHistoryTable version
                join fetch version.myResourceTable
                left join fetch version.myTags tag left join fetch tag.myTag
            where version.myId.myVersionId in :versions
            """;

    private final EntityManager entities;
    private final IJpaStorageResourceParser parser;
    private final TransactionTemplate transaction;

    VersionReader(EntityManager entities, IJpaStorageResourceParser parser, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.parser = parser;
        this.transaction = new TransactionTemplate(transactions);
        // Of its own: what it has read is let go with it.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
    }

    @Override
    public List<Resource> read(List<Long> versions) {
        return transaction.execute(
                status -> entities
                        .createQuery(QUERY, ResourceHistoryTable.class)
                        .setParameter("versions", versions)
                        .getResultList()
                        .stream()
                        .map(version -> (Resource) parser.toResource(version, true))
                        .toList());
    }
}
