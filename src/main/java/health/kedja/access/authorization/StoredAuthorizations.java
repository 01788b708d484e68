package health.kedja.access.authorization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * What has been granted, in {@code kedja.oauth2_authorization}. Codes and tokens are found by their SHA-256; they
 * themselves are kept nowhere.
 */
public final class StoredAuthorizations extends JdbcOAuth2AuthorizationService {

    private static final String TABLE = "oauth2_authorization";
    private static final String HASHED = "sha-256:";
    private static final String OVER = "delete from kedja.oauth2_authorization"
            + " where coalesce(greatest(refresh_token_expires_at, access_token_expires_at, authorization_code_expires_at),"
            + " begun + interval '1 hour') < now()";
    /** How long another server's revocation may go unnoticed; those of this one are noticed at once. */
    private static final Duration NOTICED = Duration.ofSeconds(5);

    private static final Duration TIDY = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcTemplate database;
    private final Cache<String, Boolean> active = Caffeine.newBuilder()
            .expireAfterWrite(NOTICED)
            .maximumSize(MOST_REMEMBERED)
            .build();
    private long tidied = System.nanoTime();

    public StoredAuthorizations(DataSource dataSource, RegisteredClientRepository clients) {
        this(new InSchema(dataSource), clients);
    }

    private StoredAuthorizations(JdbcTemplate database, RegisteredClientRepository clients) {
        super(database, clients);
        this.database = database;
        setAuthorizationParametersMapper(new HashedParameters());
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        super.save(authorization);
        if (authorization.getAccessToken() != null) {
            active.invalidate(hash(authorization.getAccessToken().getToken().getTokenValue()));
        }
        tidy();
    }

    private synchronized void tidy() {
        long now = System.nanoTime();
        if (now - tidied > TIDY.toNanos()) {
            tidied = now;
            database.update(OVER);
        }
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        if (type != null && type.getValue().equals("state")) {
            // The state of a consent page is no secret from who may read the database.
            return super.findByToken(token, type);
        }
        OAuth2Authorization authorization = super.findByToken(hash(token), type);
        return authorization == null ? null : Presented.in(authorization, token, hash(token));
    }

    /** Whether an access token was granted here and has not been revoked. It may have expired. */
    public boolean isActive(String accessToken) {
        return active.get(hash(accessToken), hash -> {
            OAuth2Authorization authorization = super.findByToken(hash, OAuth2TokenType.ACCESS_TOKEN);
            return authorization != null && !authorization.getAccessToken().isInvalidated();
        });
    }

    private static String hash(String token) {
        if (token.startsWith(HASHED)) {
            return token;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HASHED + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parameters of a row, in the order of its columns, with hashes for the tokens. */
    private static final class HashedParameters extends OAuth2AuthorizationParametersMapper {

        /** Places of code, access token, ID token, refresh token, user code and device code. */
        private static final Set<Integer> TOKENS = Set.of(7, 11, 17, 21, 25, 29);

        @Override
        public List<SqlParameterValue> apply(OAuth2Authorization authorization) {
            List<SqlParameterValue> parameters = super.apply(authorization);
            for (int place : TOKENS) {
                Object token = parameters.get(place).getValue();
                if (token != null) {
                    parameters.set(place, new SqlParameterValue(Types.VARCHAR, hash(token.toString())));
                }
            }
            return parameters;
        }
    }

    /** The library names its table without a schema, and connections look in HAPI's. */
    private static final class InSchema extends JdbcTemplate {

        InSchema(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public <T> List<T> query(String sql, PreparedStatementSetter setter, RowMapper<T> mapper) {
            return super.query(sql.replace(" " + TABLE + " ", " kedja." + TABLE + " "), setter, mapper);
        }

        @Override
        public int update(String sql, PreparedStatementSetter setter) {
            return super.update(sql.replace(" " + TABLE + " ", " kedja." + TABLE + " "), setter);
        }
    }
}
