package health.kedja.pathway;

import java.util.Objects;

/**
 * A sort of event that counts as evidence: {@code kind} or {@code kind:code} in guideline files.
 *
 * @param kind the kind of event
 * @param code code that the event must have, or null for any; for bone density, T- and Z-score the region
 */
public record EvidenceToken(Kind kind, String code) {

    public EvidenceToken {
        Objects.requireNonNull(kind, "kind");
    }

    /**
     * Reads {@code referral:primary-care}.
     *
     * @throws IllegalArgumentException if there is no such kind of event
     */
    public static EvidenceToken parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new EvidenceToken(Kind.ofToken(text), null)
                : new EvidenceToken(Kind.ofToken(text.substring(0, colon)), text.substring(colon + 1));
    }

    boolean matches(Event event) {
        return event.kind() == kind && (code == null || code.equals(codeOf(event)));
    }

    /** Whether a decision against {@code text}, as {@link Kind#NOT_DONE} writes it, is one against this. */
    boolean isMeantBy(String text) {
        if (text == null) {
            return false;
        }
        String token = kind.token();
        return text.equals(token)
                || (text.startsWith(token)
                        && text.charAt(token.length()) == ':'
                        && (code == null || text.substring(token.length() + 1).equals(code)));
    }

    /** As guideline files write it. */
    @Override
    public String toString() {
        return code == null ? kind.token() : kind.token() + ":" + code;
    }

    private static String codeOf(Event event) {
        return switch (event.kind()) {
            case BMD, T_SCORE, Z_SCORE -> event.qualifier();
            default -> event.code();
        };
    }
}
