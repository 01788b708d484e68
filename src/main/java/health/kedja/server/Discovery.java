package health.kedja.server;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the documents say by which clients discover the authorization server (RFC 8414, OpenID Connect): what is on, and no more. */
final class Discovery {

    static final List<String> GRANTS = List.of("authorization_code", "refresh_token", "client_credentials");
    static final List<String> CLIENT_AUTHENTICATION =
            List.of("private_key_jwt", "client_secret_basic", "client_secret_post");

    /** The library lists them, whether clients can be registered for them or not. */
    private static final Set<String> NOT_OFFERED = Set.of(
            "device_authorization_endpoint",
            "pushed_authorization_request_endpoint",
            "registration_endpoint",
            "tls_client_certificate_bound_access_tokens",
            "dpop_signing_alg_values_supported");

    private Discovery() {}

    /** @param document what the library would say, by name; changed */
    static void correct(Map<String, Object> document) {
        document.keySet().removeAll(NOT_OFFERED);
        document.replace("grant_types_supported", GRANTS);
        document.replaceAll(
                (name, said) -> name.endsWith("_endpoint_auth_methods_supported") ? CLIENT_AUTHENTICATION : said);
    }
}
