package health.kedja.indicator;

import java.time.Instant;

/**
 * What a report follows from. Whoever has it can have the report computed again; equal keys give equal reports.
 *
 * @param indicator id of the definition
 * @param version of the definition
 * @param definitionHash {@link Definition#hash()}
 * @param question what was asked
 * @param dataAsOf the data are those received until this instant
 * @param rules what events and chains were derived by: a hash of the rules, the maps of codes, the time zone and the
 *     guideline
 */
public record ReportKey(
        String indicator, String version, String definitionHash, Question question, Instant dataAsOf, String rules) {

    /** The key of a report by a definition as it is now. */
    public static ReportKey of(Definition definition, Question question, Instant dataAsOf, String rules) {
        return new ReportKey(definition.id(), definition.version(), definition.hash(), question, dataAsOf, rules);
    }

    /**
     * Id of the report: the same for the same key, 64 hexadecimal digits, so that it can be the id of a FHIR resource.
     * The patients that a question names cannot be read from it.
     */
    public String id() {
        return CanonicalJson.hash(this);
    }
}
