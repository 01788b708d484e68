package health.kedja.indicator.scan;

import health.kedja.indicator.definition.Criterion;
import health.kedja.indicator.definition.EventTest;
import health.kedja.indicator.definition.Exclusion;
import health.kedja.indicator.definition.Setting;
import health.kedja.pathway.Kind;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts definitions into the numbers of a dictionary. */
final class Compiler {

    private static final List<String> INPATIENT = List.of("IMP", "ACUTE", "NONAC", "OBSENC");
    private static final List<String> OUTPATIENT = List.of("AMB", "EMER", "SS", "HH", "VR");

    private final Words words;
    private final Map<String, List<String>> codeLists;

    Compiler(Words words, Map<String, List<String>> codeLists) {
        this.words = words;
        this.codeLists = codeLists;
    }

    Words words() {
        return words;
    }

    /** The codes that names of code lists, or beginnings of codes, stand for. */
    CodeSet codes(Collection<String> names) {
        List<String> beginnings = new ArrayList<>();
        for (String name : names) {
            beginnings.addAll(codeLists.getOrDefault(name, List.of(name)));
        }
        return words.beginningWith(beginnings);
    }

    EventMatch event(EventTest test) {
        long kinds = 0;
        for (Kind kind : test.kinds()) {
            kinds |= EventMatch.bit(kind);
        }
        return new EventMatch(
                kinds,
                test.codes().isEmpty() ? null : codes(test.codes()),
                test.qualifiers().isEmpty() ? null : words.exactly(test.qualifiers()),
                test.setting().map(this::classes).orElse(null),
                test.mainDiagnosis(),
                test.atVisitWith().isEmpty() ? null : codes(test.atVisitWith()),
                test.sided().orElse(false),
                test.atLeast().orElse(Double.NEGATIVE_INFINITY),
                test.atMost().orElse(Double.POSITIVE_INFINITY));
    }

    EventMatch[] events(Collection<EventTest> tests) {
        return tests.stream().map(this::event).toArray(EventMatch[]::new);
    }

    Match criterion(Criterion criterion) {
        return new Match(
                events(criterion.anyOf()),
                criterion.window().anchor(),
                offset(criterion.window().from()),
                offset(criterion.window().to()),
                criterion.withinHours().isPresent() ? criterion.withinHours().getAsInt() * 60 : -1);
    }

    Match[] criteria(Collection<Criterion> criteria) {
        return criteria.stream().map(this::criterion).toArray(Match[]::new);
    }

    /** All that excludes, whichever rule it belongs to. */
    Match[] exclusions(Collection<Exclusion> exclusions) {
        return criteria(exclusions.stream()
                .flatMap(exclusion -> exclusion.anyOf().stream())
                .toList());
    }

    /** Days of treatment by number of the code; 0 where nothing is said. The longest beginning decides. */
    int[] daysByCode(Map<String, Integer> daysPerDose) {
        int[] days = new int[words.size()];
        int[] length = new int[words.size()];
        daysPerDose.forEach((name, each) -> codeLists
                .getOrDefault(name, List.of(name))
                .forEach(beginning -> words.each(beginning, number -> {
                    if (beginning.length() > length[number]) {
                        days[number] = each;
                        length[number] = beginning.length();
                    }
                })));
        return days;
    }

    private CodeSet classes(Setting setting) {
        return switch (setting) {
            case INPATIENT -> words.exactly(INPATIENT);
            case SPECIALISED -> {
                List<String> both = new ArrayList<>(INPATIENT);
                both.addAll(OUTPATIENT);
                yield words.exactly(both);
            }
            case ANY -> null;
        };
    }

    private static int[] offset(Optional<Period> period) {
        return period.map(time -> new int[] {Math.toIntExact(time.toTotalMonths()), time.getDays()})
                .orElse(null);
    }
}
