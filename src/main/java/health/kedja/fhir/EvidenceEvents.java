package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.EventTest;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The resources of a patient that an indicator looks at: those whose events have a kind and code that the definition
 * names, whether or not they fall into a window. More than what decides, and nothing less.
 */
public final class EvidenceEvents {

    /** What indicators of fracture chains look at is what the guideline looks at: everything of the chain. */
    private static final Set<Kind> ALWAYS =
            EnumSet.of(Kind.BIRTH, Kind.DEATH, Kind.SEX, Kind.RESIDENCE, Kind.LISTED, Kind.COUNTRY_OF_BIRTH);

    private EvidenceEvents() {}

    /**
     * The resources, such as {@code Condition/7}, in order.
     *
     * @param asOf nothing dated later
     */
    public static Set<String> of(Indicator indicator, History history, LocalDate asOf) {
        List<EventTest> tests = EventTests.of(indicator);
        boolean ofChains = tests.isEmpty();
        Set<String> resources = new TreeSet<>();
        for (Event event : history.events()) {
            boolean seen = event.day() == null || !event.day().isAfter(asOf);
            boolean meant = ofChains
                    || ALWAYS.contains(event.kind())
                    || tests.stream().anyMatch(test -> fits(test, event, indicator));
            if (seen && meant) {
                resources.add(event.source());
                if (event.encounter() != null) {
                    resources.add(event.encounter());
                }
            }
        }
        return resources;
    }

    private static boolean fits(EventTest test, Event event, Indicator indicator) {
        return test.kinds().contains(event.kind())
                && (test.codes().isEmpty() || isOneOf(test.codes(), event.code(), indicator))
                && (test.qualifiers().isEmpty() || test.qualifiers().contains(event.qualifier()));
    }

    private static boolean isOneOf(List<String> codes, String code, Indicator indicator) {
        return code != null
                && codes.stream()
                        .flatMap(named -> indicator.codeLists().getOrDefault(named, List.of(named)).stream())
                        .anyMatch(beginning -> beginsWith(code, beginning));
    }

    /** A question mark is any one character. */
    private static boolean beginsWith(String code, String beginning) {
        return Pattern.compile(Pattern.quote(beginning).replace("?", "\\E.\\Q"))
                .matcher(code)
                .lookingAt();
    }
}
