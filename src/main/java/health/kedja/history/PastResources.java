package health.kedja.history;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads resources in the version that they had at an instant. Safe to share between threads. */
public final class PastResources {

    private static final String VERSIONS = """
            select past.pid
            from unnest(?::text[], ?::text[]) asked (type, id)
                join public.hfj_resource resource on resource.res_type = asked.type and resource.fhir_id = asked.id
                cross join lateral (
                    select pid, res_deleted_at
                    from public.hfj_res_ver left join kedja.received on version = pid
                    where res_id = resource.res_id and coalesce(received, res_updated at time zone 'UTC') <= ?
                    order by res_ver desc limit 1) past
            where past.res_deleted_at is null
            """;

    private final JdbcTemplate jdbc;
    private final StoredVersions versions;

    public PastResources(DataSource dataSource, StoredVersions versions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.versions = versions;
    }

    /**
     * The last version of each that had been received by an instant.
     *
     * @param names such as {@code Condition/7}; what is no name of a resource is passed over
     * @return by name, those left out that were not there then, had been deleted or were expunged since
     */
    public Map<String, Resource> of(Collection<String> names, Instant until) {
        List<String> types = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            String[] segments = name.split("/");
            if (segments.length == 2) {
                types.add(segments[0]);
                ids.add(segments[1]);
            }
        }
        List<Long> found = jdbc.query(
                connection -> {
                    PreparedStatement query = connection.prepareStatement(VERSIONS);
                    query.setArray(1, connection.createArrayOf("text", types.toArray()));
                    query.setArray(2, connection.createArrayOf("text", ids.toArray()));
                    query.setObject(3, until.atOffset(ZoneOffset.UTC));
                    return query;
                },
                (row, number) -> row.getLong(1));
        Map<String, Resource> resources = new HashMap<>();
        if (!found.isEmpty()) {
            versions.read(found)
                    .forEach(resource -> resources.put(
                            resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource));
        }
        return resources;
    }
}
