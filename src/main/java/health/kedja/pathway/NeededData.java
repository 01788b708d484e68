package health.kedja.pathway;

import java.util.List;

/**
 * Something that must be known before a drug is chosen.
 *
 * @param id name within the file, such as {@code egfr}
 * @param name words for people
 * @param rule the rule that asks for it
 * @param anyOf what shows that it is known; empty when no record can, so that it is always asked for
 */
public record NeededData(String id, String name, Rule rule, List<EvidenceToken> anyOf) {

    public NeededData {
        anyOf = List.copyOf(anyOf);
    }
}
