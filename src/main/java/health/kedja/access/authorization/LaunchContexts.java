package health.kedja.access.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The launch contexts that have not been used yet, in {@code kedja.launch_context}. */
public final class LaunchContexts {

    /** How long one can be used: for as long as it takes to log in and to consent. */
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int OCTETS = 32;
    private static final String COLUMNS = "patient, encounter, fhir_user, client";

    private final SecureRandom random = new SecureRandom();
    private final JdbcTemplate database;
    private final Clock clock;

    public LaunchContexts(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps a context; the answer is the value of {@code launch} that the app is opened with. */
    String keep(LaunchContext context) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        String launch = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        database.update("delete from kedja.launch_context where expires <= ?", now());
        database.update(
                "insert into kedja.launch_context (launch, " + COLUMNS + ", expires) values (?, ?, ?, ?, ?, ?)",
                hash(launch),
                context.patient(),
                context.encounter().orElse(null),
                context.fhirUser().orElse(null),
                context.client().orElse(null),
                Timestamp.from(clock.instant().plus(LIFE)));
        return launch;
    }

    /** What is kept for that value; empty when it was never given, was used, or is too old. */
    Optional<LaunchContext> find(String launch) {
        return one("select " + COLUMNS + " from kedja.launch_context where launch = ? and expires > ?", launch);
    }

    /** The same, and nobody gets it again. */
    Optional<LaunchContext> take(String launch) {
        return one("delete from kedja.launch_context where launch = ? and expires > ? returning " + COLUMNS, launch);
    }

    private Optional<LaunchContext> one(String sql, String launch) {
        List<LaunchContext> found = database.query(sql, LaunchContexts::context, hash(launch), now());
        return found.stream().findFirst();
    }

    private static LaunchContext context(ResultSet row, int number) throws SQLException {
        return new LaunchContext(
                row.getString("patient"),
                Optional.ofNullable(row.getString("encounter")),
                Optional.ofNullable(row.getString("fhir_user")),
                Optional.ofNullable(row.getString("client")));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String hash(String launch) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(launch.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
