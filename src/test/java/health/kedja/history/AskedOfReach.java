package health.kedja.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What only tests ask of the rows that {@link Reach} reads, by the same parts of SQL. */
public final class AskedOfReach {

    private static final String OPTED_OUT = """
            with recursive start (patient) as (
                select distinct patient from kedja.consent where kind = 'register-opt-out' and %s), %s
            select distinct patient from same
            """.formatted(ReachSql.HOLDS, ReachSql.SAME);

    private static final String CUSTODIANS = """
            select source, unit
            from (select asked.source, %s from unnest(?::text[]) asked (source) %s) known (source, unit)
            where unit is not null
            """.formatted(ReachSql.UNIT, ReachSql.JOIN_UNIT);

    private final JdbcTemplate jdbc;

    public AskedOfReach(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The patient records of all who refuse to be in quality registers on a day, every record of each person. */
    public Set<String> optedOut(LocalDate day) {
        return new HashSet<>(jdbc.queryForList(OPTED_OUT, String.class, day, day));
    }

    /** The unit that recorded each of these resources; those of which it is not known are left out. */
    Map<String, String> custodians(Collection<String> sources) {
        return jdbc
                .query(CUSTODIANS, (row, number) -> Map.entry(row.getString(1), row.getString(2)), (Object)
                        sources.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
