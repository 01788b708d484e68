package health.kedja.server;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Remembers what was installed in this database, so that a restart need not do it again. */
final class Installations {

    private final JdbcTemplate jdbc;

    Installations(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    boolean has(String what, String hash) {
        return !jdbc.queryForList(
                        "select 1 from kedja.installation where what = ? and hash = ?", Integer.class, what, hash)
                .isEmpty();
    }

    void remember(String what, String hash) {
        jdbc.update("""
                insert into kedja.installation (what, hash) values (?, ?)
                on conflict (what) do update set hash = excluded.hash
                """, what, hash);
    }
}
