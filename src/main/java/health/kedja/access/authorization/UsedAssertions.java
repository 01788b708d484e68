package health.kedja.access.authorization;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** The assertions with which clients have proved who they are; none serves twice, also not after a restart. */
final class UsedAssertions {

    private final JdbcTemplate database;

    UsedAssertions(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Notes that an assertion is used.
     *
     * @param expires when it would be refused anyway
     * @return whether this is the first time
     */
    boolean firstUse(String client, String jti, Instant expires) {
        database.update("delete from kedja.used_assertion where expires < now()");
        return database.update(
                        "insert into kedja.used_assertion (client, jti, expires) values (?, ?, ?) on conflict do nothing",
                        client,
                        jti,
                        Timestamp.from(expires))
                == 1;
    }
}
