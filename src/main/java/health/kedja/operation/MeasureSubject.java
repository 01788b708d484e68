package health.kedja.operation;

import java.util.Optional;
import java.util.Set;

/**
 * Whom a measure is asked for.
 *
 * @param type Patient, Group or Organization
 * @param id logical id
 */
public record MeasureSubject(String type, String id) {

    /** Reads {@code subject}: {@code Type/id} of one of these types. */
    public static Optional<MeasureSubject> parse(OperationInput input, Set<String> types) {
        return input.text("subject").map(text -> parse(text, types));
    }

    private static MeasureSubject parse(String text, Set<String> types) {
        String[] segments = text.replaceFirst("/_history/.*$", "").split("/");
        String type = segments.length < 2 ? "" : segments[segments.length - 2];
        if (!types.contains(type) || segments[segments.length - 1].isEmpty()) {
            String forms = types.stream()
                    .sorted()
                    .map(one -> one + "/[id]")
                    .reduce((one, other) -> one + " or " + other)
                    .orElseThrow();
            throw BadParameter.of("subject", "'" + text + "' cannot be the subject here. Give it as " + forms + ".");
        }
        return new MeasureSubject(type, segments[segments.length - 1]);
    }

    /** {@code Type/id}. */
    public String reference() {
        return type + "/" + id;
    }

    public boolean isPatient() {
        return type.equals("Patient");
    }

    public boolean isUnit() {
        return type.equals("Organization");
    }
}
