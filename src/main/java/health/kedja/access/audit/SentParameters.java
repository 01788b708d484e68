package health.kedja.access.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** What was sent in a body, as the query that asks for the same: of a form, and of Parameters what is a value. */
final class SentParameters {

    private SentParameters() {}

    static String query(Map<String, String[]> form, IBaseResource body) {
        List<String> query = new ArrayList<>();
        form.forEach((name, values) -> {
            for (String value : values) {
                query.add(encoded(name) + "=" + encoded(value));
            }
        });
        if (body instanceof Parameters parameters) {
            for (ParametersParameterComponent parameter : parameters.getParameter()) {
                String value = value(parameter);
                if (value != null) {
                    query.add(encoded(parameter.getName()) + "=" + encoded(value));
                }
            }
        }
        return String.join("&", query);
    }

    private static String value(ParametersParameterComponent parameter) {
        if (parameter.getValue() instanceof Reference reference) {
            return reference.getReference();
        }
        return parameter.hasValue() && parameter.getValue().isPrimitive()
                ? parameter.getValue().primitiveValue()
                : null;
    }

    private static String encoded(String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
