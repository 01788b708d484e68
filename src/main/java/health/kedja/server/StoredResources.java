package health.kedja.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every stored resource of some types that is not deleted, in batches, in the order in which they were first stored. */
final class StoredResources implements Iterable<List<Resource>> {

    private static final int BATCH = 500;
    private static final String NEXT = """
            select res_id, res_type, fhir_id from public.hfj_resource
            where res_id > ? and res_deleted_at is null and res_type = any (?)
            order by res_id limit ?
            """;

    private final JdbcTemplate jdbc;
    private final DaoRegistry daos;
    private final Set<String> types;

    StoredResources(DataSource dataSource, DaoRegistry daos, Set<String> types) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.daos = daos;
        this.types = Set.copyOf(types);
    }

    @Override
    public Iterator<List<Resource>> iterator() {
        return new Batches();
    }

    private record Stored(long pid, String type, String id) {}

    private final class Batches implements Iterator<List<Resource>> {

        private List<Stored> next = read(Long.MIN_VALUE);

        private List<Stored> read(long after) {
            return jdbc.query(
                    NEXT,
                    (row, number) -> new Stored(row.getLong(1), row.getString(2), row.getString(3)),
                    after,
                    types.toArray(String[]::new),
                    BATCH);
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public List<Resource> next() {
            if (next.isEmpty()) {
                throw new NoSuchElementException();
            }
            List<Resource> batch = new ArrayList<>(next.size());
            for (Stored stored : next) {
                batch.add((Resource) daos.getResourceDao(stored.type())
                        .read(new IdType(stored.type(), stored.id()), new SystemRequestDetails()));
            }
            next = read(next.get(next.size() - 1).pid());
            return batch;
        }
    }
}
