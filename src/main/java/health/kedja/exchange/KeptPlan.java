package health.kedja.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is needed to begin an export anew.
 *
 * @param request what is to be in it
 * @param caller who asks, as {@link ExportReach#words} says; never their token
 * @param access what goes into the audit trail when it is made; empty where nothing is recorded
 */
record KeptPlan(ExportRequest request, Map<String, String> caller, Optional<Map<String, String>> access) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .build();

    KeptPlan {
        Objects.requireNonNull(request);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(access);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException if it is none, such as one of another version of Kedja */
    static KeptPlan of(String json) {
        try {
            return JSON.readValue(json, KeptPlan.class);
        } catch (JsonProcessingException e) {
            // Without the message, which may quote what is to be exported.
            throw new IllegalArgumentException("not a plan of an export");
        }
    }
}
