package health.kedja.pathway;

import java.util.List;

/**
 * One of the things that a step asks for.
 *
 * @param name words for people, such as {@code informed primary care}
 * @param anyOf what shows it; any one is enough
 */
public record EvidenceGroup(String name, List<EvidenceToken> anyOf) {

    public EvidenceGroup {
        anyOf = List.copyOf(anyOf);
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' names nothing that shows it");
        }
    }

    boolean contains(Event event) {
        for (int i = 0; i < anyOf.size(); i++) {
            if (anyOf.get(i).matches(event)) {
                return true;
            }
        }
        return false;
    }

    boolean isMeantBy(String decision) {
        return anyOf.stream().anyMatch(token -> token.isMeantBy(decision));
    }
}
