package health.kedja.fhir;

import health.kedja.pathway.Kind;

/**
 * What a code means to Kedja.
 *
 * @param kind the kind of event; null for a drug, where the type of resource decides
 * @param code code of the event, or null
 * @param laterality {@code left}, {@code right} or null
 */
record Target(Kind kind, String code, String laterality) {

    /** The word in the map that stands for a drug of any kind. */
    static final String DRUG = "drug";

    /**
     * Reads {@code kind}, {@code kind:code} or {@code kind:code:laterality}.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    static Target parse(String text) {
        String[] parts = text.split(":", 3);
        String code = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null;
        String laterality = parts.length > 2 ? parts[2] : null;
        return new Target(parts[0].equals(DRUG) ? null : Kind.ofToken(parts[0]), code, laterality);
    }

    boolean isDrug() {
        return kind == null;
    }
}
