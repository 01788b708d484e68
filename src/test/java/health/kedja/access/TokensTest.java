package health.kedja.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import health.kedja.FhirHttp.Answer;
import health.kedja.GuardedServerExtension;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request without a valid access token is not answered, and not told why. */
class TokensTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    /** The claims of a token that is let in. */
    private static JWTClaimsSet.Builder good() {
        return SERVER.claims().claim("roles", List.of("integration")).claim("scope", "system/*.cruds");
    }

    private static Answer asked(String token) {
        return SERVER.http(token).get("Patient");
    }

    private static void refused(String token) {
        Answer answer = asked(token).expect(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"kedja\", error=\"invalid_token\"");
        assertThat(answer.diagnostics())
                .isEqualTo("The access token is not valid here, or no longer. Get a new one for this server; where, is"
                        + " said at /fhir/.well-known/smart-configuration.");
    }

    private static void letIn(String token) {
        asked(token).expect(200).as(Bundle.class);
    }

    @Test
    void a_valid_token_is_let_in() {
        letIn(SERVER.issuer().sign(good().build()));
        letIn(SERVER.systemToken());
    }

    @Test
    void without_a_token_it_is_said_that_one_is_needed() {
        Answer answer = SERVER.http().get("Patient").expect(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"kedja\"");
        assertThat(answer.diagnostics()).contains("An access token is needed");
    }

    @Test
    void nothing_but_the_header_carries_a_token() {
        String token = SERVER.systemToken();
        SERVER.http().get("Patient?access_token=" + token).expect(401);
        SERVER.http()
                .post("Patient/_search", "access_token=" + token, "Content-Type", "application/x-www-form-urlencoded")
                .expect(401);
        SERVER.http().get("Patient", "Authorization", "Basic YW5uYTphbm5h").expect(401);
        SERVER.http().get("Patient", "Authorization", "DPoP " + token).expect(401);
    }

    @Test
    void every_way_in_needs_a_token() {
        for (String path : List.of("", "Patient/x", "Patient/x/$fracture-chain", "_history", "$export", "Binary/x")) {
            SERVER.http().get(path).expect(401);
        }
        SERVER.http()
                .post("", "{\"resourceType\": \"Bundle\", \"type\": \"batch\"}")
                .expect(401);
        SERVER.http()
                .put("Patient/x", "{\"resourceType\": \"Patient\", \"id\": \"x\"}")
                .expect(401);
        SERVER.http().delete("Patient/x").expect(401);
        SERVER.http().patch("Patient/x", "application/json-patch+json", "[]").expect(401);
        SERVER.http().send("OPTIONS", "", null).expect(401);
        SERVER.http().post("metadata", "{}").expect(401);
        SERVER.http().get("metadata/../Patient").expect(400, 401);
        SERVER.http().get("metadata/Patient").expect(401);
        SERVER.http().get("metadata;/Patient").expect(400);
        SERVER.http().get("%2e%2e/fhir/Patient").expect(400, 401);
    }

    @Test
    void an_unsigned_token_is_refused() {
        refused(new PlainJWT(good().build()).serialize());
    }

    @Test
    void a_token_signed_with_the_public_key_as_secret_is_refused() throws JOSEException {
        byte[] secret = SERVER.issuer().key().toRSAKey().toPublicKey().getEncoded();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(SERVER.issuer().key().getKeyID())
                        .build(),
                good().build());
        token.sign(new MACSigner(secret));
        refused(token.serialize());
    }

    @Test
    void a_token_signed_with_another_key_of_the_same_name_is_refused() {
        JWK other = TestIssuer.rsa(SERVER.issuer().key().getKeyID(), 2048);
        refused(TestIssuer.sign(good().build(), other, JWSAlgorithm.RS256));
    }

    @Test
    void a_token_that_was_changed_is_refused() {
        String[] parts = SERVER.issuer().sign(good().build()).split("\\.");
        String[] others =
                SERVER.issuer().sign(good().subject("someone-else").build()).split("\\.");
        refused(parts[0] + "." + others[1] + "." + parts[2]);
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        try (TestIssuer other = new TestIssuer()) {
            refused(other.sign(good().issuer(other.name()).build()));
            refused(other.sign(good().build()));
        }
        refused(SERVER.issuer().sign(good().issuer(SERVER.issuer().name() + "/").build()));
        refused(SERVER.issuer().sign(good().issuer(null).build()));
    }

    @Test
    void a_token_for_another_server_is_refused() {
        refused(SERVER.issuer().sign(good().audience("another-server").build()));
        refused(SERVER.issuer().sign(good().audience((String) null).build()));
        letIn(SERVER.issuer()
                .sign(good().audience(List.of("another-server", GuardedServerExtension.AUDIENCE))
                        .build()));
    }

    @Test
    void a_token_that_has_expired_or_never_does_is_refused() {
        refused(SERVER.issuer()
                .sign(good().issueTime(in(-361)).expirationTime(in(-61)).build()));
        refused(SERVER.issuer().sign(good().expirationTime(null).build()));
        letIn(SERVER.issuer()
                .sign(good().issueTime(in(-330)).expirationTime(in(-30)).build()));
    }

    @Test
    void a_token_that_is_not_yet_valid_is_refused() {
        refused(SERVER.issuer().sign(good().notBeforeTime(in(90)).build()));
        letIn(SERVER.issuer().sign(good().notBeforeTime(in(30)).build()));
    }

    @Test
    void a_token_without_subject_is_refused() {
        refused(SERVER.issuer().sign(good().subject(null).build()));
    }

    @Test
    void what_is_no_token_is_refused() {
        for (String text : List.of("x", "a.b.c", "e30.e30.e30", "e30..", "ä")) {
            asked(text).expect(401);
        }
    }

    @Test
    void a_signature_on_an_elliptic_curve_is_accepted() {
        JWK key = TestIssuer.ec("curve", Curve.P_384);
        try (TestIssuer other = new TestIssuer()) {
            other.publish(key);
            refused(TestIssuer.sign(good().issuer(other.name()).build(), key, JWSAlgorithm.ES384));
        }
        SERVER.issuer().publish(key);
        try {
            await(TestIssuer.sign(good().build(), key, JWSAlgorithm.ES384), 200);
        } finally {
            SERVER.issuer().withdraw(key);
        }
    }

    @Test
    void a_new_key_is_accepted_and_a_withdrawn_one_is_not_for_long() {
        JWK next = TestIssuer.rsa("next", 2048);
        String token = TestIssuer.sign(good().build(), next, JWSAlgorithm.RS256);
        refused(token);
        SERVER.issuer().publish(next);
        await(token, 200);
        SERVER.issuer().withdraw(next);
        await(token, 401);
    }

    /** Longer than keys are kept here, and than the pause between two attempts to fetch them. */
    private static void await(String token, int status) {
        long end = System.nanoTime() + 6_000_000_000L;
        while (asked(token).status() != status && System.nanoTime() < end) {
            pause();
        }
        asked(token).expect(status);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void unknown_keys_do_not_let_everyone_hammer_the_issuer() {
        String token = TestIssuer.sign(good().build(), TestIssuer.rsa("unheard-of", 2048), JWSAlgorithm.RS256);
        int before = SERVER.issuer().fetches();
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            refused(token);
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        assertThat(SERVER.issuer().fetches() - before).isLessThanOrEqualTo((int) seconds + 2);
    }

    @Test
    void what_the_server_is_can_be_read_without_a_token() {
        CapabilityStatement statement =
                SERVER.http().get("metadata").expect(200).as(CapabilityStatement.class);
        assertThat(statement.getSoftware().getName()).isEqualTo("Kedja");
    }
}
