package health.kedja.exchange;

import health.kedja.fhir.Belonging;
import health.kedja.history.PastResources;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The versions of resources that an export looks at, page by page, so that one of any size needs the memory of a page. Each
 * page is asked for by statements that look at so many resources and no more. As in {@link PastResources}, a resource is as
 * it was received last before the instant of the export.
 */
final class VersionPages {

    private static final int RESOURCES = 500;
    /** Each with all of their records. */
    private static final int PATIENTS = 25;

    /** In the order in which they were first stored, so that those of one patient are likely to come together. */
    private static final String ALL = """
            select res_id from public.hfj_resource
            where res_id > ? and res_type = any (?)
            order by res_id limit ?
            """;

    private static final String OF_REGION = """
            select distinct id
            from unnest(?::bigint[]) label (tag) cross join lateral (
                select res_id as id from public.hfj_res_tag
                where tag_id = tag and res_id > ? and res_type = any (?)
                order by res_id limit ?) labelled
            order by id limit ?
            """;

    private static final String LABEL = "select tag_id from public.hfj_tag_def where tag_system = ? and tag_code = ?";

    private static final String OF_PATIENTS = """
            with asked as materialized (
                select res_id from public.hfj_resource where res_type = 'Patient' and fhir_id = any (?))
            select res_id from asked where 'Patient' = any (?)
            union
            select src_resource_id from asked join public.hfj_res_link on target_resource_id = asked.res_id
            where source_resource_type = any (?)
            """;

    private static final String VERSIONS = """
            select past.pid, last.pid
            from unnest(?::bigint[]) asked (id)
                join public.hfj_resource resource on resource.res_id = asked.id and resource.res_deleted_at is null
                join public.hfj_res_ver last on last.res_id = asked.id and last.res_ver = resource.res_ver
                cross join lateral (
                    select pid, res_deleted_at, coalesce(received, res_updated at time zone 'UTC') as received
                    from public.hfj_res_ver left join kedja.received on version = pid
                    where res_id = asked.id and coalesce(received, res_updated at time zone 'UTC') <= ?
                    order by res_ver desc limit 1) past
            where past.res_deleted_at is null and past.received > ?
            order by asked.id
            """;

    /** What was there, was deleted since, and has not come again. */
    private static final String DELETED = """
            select before.pid, before.pid
            from public.hfj_res_ver gone
                join public.hfj_resource resource on resource.res_id = gone.res_id
                    and resource.res_ver = gone.res_ver
                left join kedja.received on version = gone.pid
                cross join lateral (
                    select pid from public.hfj_res_ver
                    where res_id = gone.res_id and res_ver < gone.res_ver and res_deleted_at is null
                    order by res_ver desc limit 1) before
            where gone.res_deleted_at is not null and gone.res_type = any (?)
                and (gone.res_updated > ?::timestamptz at time zone 'UTC'
                    or gone.pid in (select version from kedja.received where received > ?))
                and coalesce(received, gone.res_updated at time zone 'UTC') > ?
                and coalesce(received, gone.res_updated at time zone 'UTC') <= ?
            order by gone.pid
            """;

    private static final RowMapper<Found> FOUND = (row, number) -> new Found(row.getLong(1), row.getLong(2));

    private final JdbcTemplate jdbc;

    VersionPages(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * A resource, by versions of it as the storage numbers them.
     *
     * @param version what is exported
     * @param last the last there is: the same, unless it was changed since the instant of the export
     */
    record Found(long version, long last) {}

    /**
     * Some of the resources that an export is about, or only may be.
     *
     * @param patients those whose records these are; empty where an export is not of single patients
     */
    record Page(List<Found> found, Set<String> patients) {}

    /** @param region the one whose resources these are to be; empty for those of all and of none */
    Iterator<Page> of(ExportRequest request, Optional<String> region) {
        return request.patients().isPresent()
                ? new ByPatients(
                        request,
                        new ArrayList<>(new TreeSet<>(request.patients().get())))
                : new ByStorage(request, region.map(this::labels));
    }

    /** Those deleted since, each as it was before: what of it may be told depends on that. */
    List<Found> deleted(ExportRequest request) {
        OffsetDateTime since = time(request.since().orElseThrow());
        return jdbc.query(DELETED, FOUND, types(request), since, since, since, time(request.asOf()));
    }

    private Long[] labels(String region) {
        return jdbc.queryForList(LABEL, Long.class, Belonging.OWNER, region).toArray(Long[]::new);
    }

    private List<Found> versions(List<Long> resources, ExportRequest request) {
        return resources.isEmpty()
                ? List.of()
                : jdbc.query(
                        VERSIONS,
                        FOUND,
                        resources.toArray(Long[]::new),
                        time(request.asOf()),
                        request.since().map(VersionPages::time).orElse(OffsetDateTime.MIN));
    }

    private static String[] types(ExportRequest request) {
        return request.types().toArray(String[]::new);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private final class ByStorage implements Iterator<Page> {

        private final ExportRequest request;
        private final Optional<Long[]> labels;
        private List<Long> next;

        ByStorage(ExportRequest request, Optional<Long[]> labels) {
            this.request = request;
            this.labels = labels;
            this.next = read(Long.MIN_VALUE);
        }

        private List<Long> read(long after) {
            String[] types = types(request);
            return labels.map(
                            tags -> jdbc.queryForList(OF_REGION, Long.class, tags, after, types, RESOURCES, RESOURCES))
                    .orElseGet(() -> jdbc.queryForList(ALL, Long.class, after, types, RESOURCES));
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty();
        }

        @Override
        public Page next() {
            if (next.isEmpty()) {
                throw new NoSuchElementException();
            }
            List<Long> page = next;
            long last = page.get(page.size() - 1);
            next = page.size() < RESOURCES ? List.of() : read(last);
            return new Page(versions(page, request), Set.of());
        }
    }

    private final class ByPatients implements Iterator<Page> {

        private final ExportRequest request;
        private final List<String> patients;
        private int done;

        ByPatients(ExportRequest request, List<String> patients) {
            this.request = request;
            this.patients = patients;
        }

        @Override
        public boolean hasNext() {
            return done < patients.size();
        }

        @Override
        public Page next() {
            if (done >= patients.size()) {
                throw new NoSuchElementException();
            }
            List<String> page = patients.subList(done, Math.min(done + PATIENTS, patients.size()));
            done += page.size();
            String[] types = types(request);
            List<Long> resources =
                    jdbc.queryForList(OF_PATIENTS, Long.class, page.toArray(String[]::new), types, types);
            return new Page(versions(resources, request), Set.copyOf(page));
        }
    }
}
