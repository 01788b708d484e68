package health.kedja.server.access;

import health.kedja.access.DataKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The security labels that say whose a resource is. Only the server writes them. */
final class Labels {

    static final String OWNER = "https://kedja.health/fhir/CodeSystem/kedja-owner";
    static final String CUSTODIAN = "https://kedja.health/fhir/CodeSystem/kedja-custodian";
    private static final Set<String> OURS = Set.of(OWNER, CUSTODIAN);

    /**
     * The label of a resource. Of one that was deleted, that of its last version that has any, which is looked for among all
     * versions only where the current one has none. 2 is a security label: clients write tags.
     */
    private static final String LABEL = """
            coalesce(
                (select label.tag_code
                from public.hfj_res_ver version
                    join public.hfj_history_tag tag on tag.res_ver_pid = version.pid
                    join public.hfj_tag_def label on label.tag_id = tag.tag_id
                where version.res_id = stored.res_id and version.res_ver = stored.res_ver
                    and label.tag_type = 2 and label.tag_system = asked.system
                limit 1),
                (select label.tag_code
                from public.hfj_history_tag tag
                    join public.hfj_tag_def label on label.tag_id = tag.tag_id
                    join public.hfj_res_ver version on version.pid = tag.res_ver_pid
                where tag.res_id = stored.res_id and label.tag_type = 2 and label.tag_system = asked.system
                order by version.res_ver desc limit 1))
            """;

    private static final String OWNERS = """
            select asked.name, %s as owner
            from (select ? as system, unnest(?::text[]) as name, unnest(?::text[]) as type, unnest(?::text[]) as id) asked
                join public.hfj_resource stored on stored.res_type = asked.type and stored.fhir_id = asked.id
            """.formatted(LABEL);

    /** Of one: a statement with lists in it would be planned anew each time, which costs more than it does. */
    private static final String OWNER_OF_ONE = """
            select %s as owner
            from (select ? as system) asked, public.hfj_resource stored
            where stored.res_type = ? and stored.fhir_id = ?
            """.formatted(LABEL);

    private final JdbcTemplate jdbc;

    Labels(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Whose a resource says it is, as it was read from the storage. */
    static Optional<String> owner(IBaseResource resource) {
        return code((Resource) resource, OWNER);
    }

    static Optional<String> code(Resource resource, String system) {
        return resource.getMeta().getSecurity().stream()
                .filter(label -> system.equals(label.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }

    static boolean isOurs(Coding label) {
        return label.hasSystem() && OURS.contains(label.getSystem());
    }

    /** Replaces whatever labels of ours a resource has. */
    static void write(Resource resource, Optional<String> owner, Optional<String> custodian) {
        resource.getMeta().getSecurity().removeIf(Labels::isOurs);
        if (DataKind.of(resource.fhirType()) == DataKind.CONFORMANCE) {
            return;
        }
        owner.ifPresent(code -> resource.getMeta().addSecurity(new Coding(OWNER, code, null)));
        custodian.ifPresent(code -> resource.getMeta().addSecurity(new Coding(CUSTODIAN, code, null)));
    }

    /**
     * Whose stored resources are, deleted ones too; those that are not stored are left out.
     *
     * @param names such as {@code Patient/123}
     */
    Map<String, Optional<String>> owners(Collection<String> names) {
        Map<String, Optional<String>> owners = new HashMap<>();
        if (names.size() == 1) {
            String name = names.iterator().next();
            ownerOfOne(name).ifPresent(owner -> owners.put(name, owner));
        } else if (!names.isEmpty()) {
            List<String> asked = new ArrayList<>(names);
            jdbc.query(
                    OWNERS,
                    (RowCallbackHandler)
                            row -> owners.put(row.getString("name"), Optional.ofNullable(row.getString("owner"))),
                    OWNER,
                    asked.toArray(String[]::new),
                    asked.stream().map(Labels::type).toArray(String[]::new),
                    asked.stream().map(Labels::id).toArray(String[]::new));
        }
        return owners;
    }

    private Optional<Optional<String>> ownerOfOne(String name) {
        return jdbc
                .query(
                        OWNER_OF_ONE,
                        (row, number) -> Optional.ofNullable(row.getString("owner")),
                        OWNER,
                        type(name),
                        id(name))
                .stream()
                .findFirst();
    }

    private static String type(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    private static String id(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
