package health.kedja.access.token;

import java.util.function.Predicate;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Someone whose access tokens are accepted.
 *
 * @param issuer as the claim {@code iss} has it, character by character
 * @param audience what the claim {@code aud} must contain
 * @param claims where in a token the caller is described
 * @param keys the public keys of the issuer
 * @param revoked whether a token that is otherwise valid has been withdrawn
 */
public record TrustedIssuer(
        String issuer, String audience, ClaimNames claims, IssuerKeys keys, Predicate<Jwt> revoked) {}
