package health.kedja.indicator.definition;

/**
 * What a reader of the number must know.
 *
 * @param sv in Swedish
 * @param en in English
 */
public record Caveat(String sv, String en) {}
