package health.kedja.access.authorization;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/** With which patient, and from where, an app is launched (SMART App Launch 2.2). */
final class Launch {

    /** Scope of an app that a record system opens, which says the patient. */
    static final String FROM_RECORD_SYSTEM = "launch";

    /** Scope of an app that stands alone: the user says the patient. */
    static final String CHOSEN_BY_USER = "launch/patient";

    /** Parameter by which an app says that a record system opened it. */
    static final String PARAMETER = "launch";

    /** Error code within the server: the user named no patient. Apps are not told. */
    static final String NO_PATIENT = "kedja_no_patient";

    private static final String PATIENT = "kedja.patient";
    private static final String ENCOUNTER = "kedja.encounter";

    private Launch() {}

    /** What the app was opened with. */
    static Optional<String> value(Map<String, Object> parameters) {
        return parameters.get(PARAMETER) instanceof String launch && !launch.isBlank()
                ? Optional.of(launch)
                : Optional.empty();
    }

    /** The authorization, with the patient that its tokens are for. */
    static OAuth2Authorization with(OAuth2Authorization authorization, String patient, Optional<String> encounter) {
        OAuth2Authorization.Builder changed =
                OAuth2Authorization.from(authorization).attribute(PATIENT, patient);
        encounter.ifPresent(id -> changed.attribute(ENCOUNTER, id));
        return changed.build();
    }

    /** The patient that the tokens of an authorization are for; empty unless one of the launch scopes is granted. */
    static Optional<String> patient(OAuth2Authorization authorization, Set<String> granted) {
        boolean launched = granted.contains(CHOSEN_BY_USER) || granted.contains(FROM_RECORD_SYSTEM);
        return launched && authorization != null
                ? Optional.ofNullable(authorization.getAttribute(PATIENT))
                : Optional.empty();
    }

    /** What an answer with tokens says of the launch, beside them. */
    static Map<String, Object> told(OAuth2Authorization authorization) {
        Map<String, Object> told = new LinkedHashMap<>();
        Set<String> granted = authorization.getAuthorizedScopes();
        patient(authorization, granted).ifPresent(patient -> told.put("patient", patient));
        if (granted.contains(FROM_RECORD_SYSTEM) && authorization.getAttribute(ENCOUNTER) instanceof String encounter) {
            told.put("encounter", encounter);
        }
        return told;
    }

    static OAuth2Error gone() {
        return new OAuth2Error(
                "invalid_request",
                "launch was not given by this server for this app, has been used, or is too old: open the app anew",
                null);
    }

    static OAuth2Error forSomebodyElse() {
        return new OAuth2Error(
                "access_denied", "launch was given for another user than the one who is logged in", null);
    }
}
