package health.kedja.access.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import health.kedja.access.token.IssuerKeys;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keys that the authorization server signs with, in the database, so that a restart ends no token and several servers
 * share them. The newest signs; one that is too old is followed by a new one at the next start, and is published on
 * until what it signed has expired.
 */
public final class SigningKeys {

    private static final int BITS = 2048;
    private static final String NEWEST_FIRST = "select jwk from kedja.signing_key order by created desc, id";

    private final JdbcTemplate database;
    private final JWK newest;

    /** Makes a key if there is none, or none that is young enough. */
    public SigningKeys(JdbcTemplate database) {
        this.database = database;
        database.update("delete from kedja.signing_key where created < now() - interval '91 days'"
                + " and exists (select from kedja.signing_key newer where newer.created > now() - interval '89 days')");
        Boolean young = database.queryForObject(
                "select exists (select from kedja.signing_key where created > now() - interval '90 days')",
                Boolean.class);
        if (!Boolean.TRUE.equals(young)) {
            JWK made = made();
            database.update(
                    "insert into kedja.signing_key (id, jwk) values (?, ?)", made.getKeyID(), made.toJSONString());
        }
        this.newest = all().get(0);
    }

    private static JWK made() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("The JVM makes no RSA keys", e);
        }
    }

    private List<JWK> all() {
        return database.query(NEWEST_FIRST, (row, number) -> parsed(row.getString(1)));
    }

    private static JWK parsed(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("A key in kedja.signing_key cannot be read", e);
        }
    }

    /** The one that signs, with its private part. */
    public JWK newest() {
        return newest;
    }

    /** The public parts of all, also of those that another server on the same database makes later. */
    public IssuerKeys published(Duration kept, Duration pause) {
        return new IssuerKeys(() -> new JWKSet(all()).toString(true), kept, pause);
    }
}
