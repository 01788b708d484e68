package health.kedja.indicator;

import health.kedja.indicator.completeness.Completeness;
import health.kedja.indicator.completeness.Field;
import health.kedja.indicator.definition.Basis;
import health.kedja.indicator.definition.Caveat;
import health.kedja.indicator.definition.Criterion;
import health.kedja.indicator.definition.EventTest;
import health.kedja.indicator.definition.Exclusion;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.Quantity;
import health.kedja.indicator.definition.ReportedData;
import health.kedja.indicator.definition.Window;
import health.kedja.pathway.Certainty;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code docs/indicators.md}: every indicator in words, for a clinician or statistician to check. */
final class IndicatorPages {

    private static final String HEAD = """
            # Quality indicators

            What each indicator that ships with Kedja counts, made from the files in `profiles/indicators/` and
            `profiles/completeness/` by `docs/indicators.sh`; do not edit it by hand. Each part states where it comes from and
            how sure that is:

            - **confirmed**: read in the source that is named
            - **derived**: follows from what was read, or from an official code list
            - **unconfirmed**: general knowledge or Kedja's own default; to be confirmed before anyone relies on it

            How to read it: codes are ICD-10 or ATC without dots and cover every longer code that begins with them; `?` is any
            one character. Days of a window are counted from the day named, both ends included; months as the calendar has
            them. *Index* is the event that makes somebody part of the population, *discharge* the last day of its contact.
            Who is not followed for as long as the outcome asks is pending and not counted. Proportions have Wilson intervals,
            rates exact Poisson intervals, medians those of order statistics, all of 95 %.
            """;

    private final StringBuilder text = new StringBuilder(HEAD);

    private IndicatorPages() {}

    static String of(Indicators indicators, List<Completeness> completeness) {
        IndicatorPages pages = new IndicatorPages();
        pages.contents(indicators, completeness);
        indicators.all().forEach(pages::add);
        completeness.forEach(pages::add);
        return pages.text.toString();
    }

    private void contents(Indicators indicators, List<Completeness> completeness) {
        text.append("\n| Id | What | Result | Better | Certainty |\n|---|---|---|---|---|\n");
        indicators
                .all()
                .forEach(each -> text.append("| [")
                        .append(each.id())
                        .append("](#")
                        .append(each.id().toLowerCase(Locale.ROOT))
                        .append(") | ")
                        .append(cell(each.title()))
                        .append(" | ")
                        .append(word(each.scoring()))
                        .append(" | ")
                        .append(word(each.improvement()))
                        .append(" | ")
                        .append(word(each.certainty()))
                        .append(" |\n"));
        completeness.forEach(each -> text.append("| [")
                .append(each.id())
                .append("](#")
                .append(each.id().toLowerCase(Locale.ROOT))
                .append(") | ")
                .append(cell(each.title()))
                .append(" | proportion of each field | increase | ")
                .append(word(each.certainty()))
                .append(" |\n"));
    }

    private void add(Indicator indicator) {
        head(indicator.id(), indicator.title(), indicator.version(), indicator.sources(), indicator.certainty());
        indicator
                .officialId()
                .ifPresent(id -> text.append("Official id: ").append(id).append(".\n\n"));
        table();
        row("Result", scoring(indicator), Optional.empty());
        row("Better", word(indicator.improvement()), Optional.empty());
        indicator.target().ifPresent(target -> row("Target", number(target.value()), Optional.of(target.basis())));
        indicator
                .levels()
                .ifPresent(levels -> row(
                        "Levels",
                        "below " + number(levels.middleFrom()) + ", to " + number(levels.highAbove()) + ", above",
                        Optional.of(levels.basis())));
        population(indicator.population());
        indicator.exclusions().forEach(this::exclusion);
        indicator
                .exposure()
                .ifPresent(exposure -> row(
                        "Days at risk",
                        exposure.after()
                                .map(after -> words(after) + " from the index")
                                .orElse("days of the stay within the period"),
                        Optional.of(exposure.basis())));
        indicator.outcome().ifPresent(this::outcome);
        indicator.quantity().ifPresent(quantity -> row("Value", quantity(quantity), Optional.empty()));
        indicator
                .denominatorQuantity()
                .ifPresent(quantity -> row("Value of the denominator", quantity(quantity), Optional.empty()));
        indicator.reportedData().forEach(this::reported);
        indicator.counterpart().ifPresent(other -> row("Shown beside", other, Optional.empty()));
        row("Age groups from", joined(indicator.ageBands()), Optional.empty());
        foot(indicator.caveats(), indicator.codeLists());
    }

    private void add(Completeness definition) {
        head(definition.id(), definition.title(), definition.version(), definition.sources(), definition.certainty());
        table();
        definition
                .rule()
                .ifPresent(rule -> row(
                        "Rule",
                        "fewer than " + rule.fewerThan() + " fields of " + rule.outOf() + " with more than "
                                + number(rule.missingAbove()) + " missing",
                        Optional.of(rule.basis())));
        definition
                .levels()
                .ifPresent(levels -> row(
                        "Levels",
                        "below " + number(levels.middleFrom()) + ", to " + number(levels.highAbove()) + ", above",
                        Optional.of(levels.basis())));
        population(definition.population());
        definition.exclusions().forEach(this::exclusion);
        row("Followed for", words(definition.followUp()), Optional.empty());
        for (Field field : definition.fields()) {
            String needed = field.neededBy().isEmpty() ? "" : " (for " + joined(field.neededBy()) + ")";
            row(
                    "Field: " + field.words().en() + needed,
                    field.filledBy().stream().map(IndicatorPages::words).collect(Collectors.joining("; and ")),
                    Optional.of(field.basis()));
        }
        row("Age groups from", joined(definition.ageBands()), Optional.empty());
        foot(definition.caveats(), definition.codeLists());
    }

    private void head(String id, String title, String version, List<String> sources, Certainty certainty) {
        text.append("\n## ")
                .append(id)
                .append("\n\n**")
                .append(title)
                .append(".** Version ")
                .append(version);
        text.append(", as a whole ").append(word(certainty)).append(". Source: ");
        text.append(String.join("; ", sources)).append(".\n\n");
    }

    private void table() {
        text.append("| Part | Says | Source | Certainty |\n|---|---|---|---|\n");
    }

    private void foot(List<Caveat> caveats, Map<String, List<String>> codeLists) {
        if (!caveats.isEmpty()) {
            text.append('\n');
        }
        caveats.forEach(caveat -> text.append("- ").append(caveat.en()).append('\n'));
        if (!codeLists.isEmpty()) {
            text.append("\nCode lists: ");
            text.append(new TreeMap<>(codeLists)
                    .entrySet().stream()
                            .map(list -> "*" + list.getKey() + "* " + joined(list.getValue()))
                            .collect(Collectors.joining("; ")));
            text.append(".\n");
        }
    }

    private void population(InitialPopulation population) {
        List<String> says = new ArrayList<>();
        says.add("each " + word(population.unit()));
        List<EventTest> index = new ArrayList<>();
        population.index().ifPresent(index::add);
        index.addAll(population.alsoIndex());
        if (!index.isEmpty()) {
            says.add("index: " + any(index));
        }
        population.minimumAgeYears().ifPresent(age -> says.add(age + " years or older"));
        population
                .episodeGap()
                .ifPresent(gap ->
                        says.add("less than " + words(gap) + " after the last day of the previous one is the same"));
        population
                .eventFree()
                .ifPresent(time -> says.add("free of "
                        + population.eventFreeOf().map(IndicatorPages::words).orElse("the index events") + " for "
                        + words(time)));
        if (population.newly()) {
            says.add("the first ever");
        }
        population.having().forEach(criterion -> says.add("having " + words(criterion)));
        row("Population", String.join("; ", says), Optional.of(population.basis()));
    }

    private void exclusion(Exclusion exclusion) {
        row(
                "Left out: " + exclusion.code(),
                exclusion.anyOf().stream().map(IndicatorPages::words).collect(Collectors.joining("; or ")),
                Optional.of(exclusion.basis()));
    }

    private void outcome(Outcome outcome) {
        List<String> says = new ArrayList<>();
        outcome.allOf().forEach(criterion -> says.add(words(criterion)));
        outcome.noneOf().forEach(criterion -> says.add("not: " + words(criterion)));
        outcome.countedEvents().ifPresent(test -> says.add("events: " + words(test)));
        outcome.countedGap().ifPresent(gap -> says.add("less than " + words(gap) + " after the previous is the same"));
        outcome.step().ifPresent(step -> says.add("the step " + word(step) + " of the chain is done"));
        outcome.followUp().ifPresent(time -> says.add("followed for " + words(time)));
        row("Fulfilled by", String.join("; and ", says), Optional.of(outcome.basis()));
    }

    private void reported(ReportedData data) {
        String expected = data.expectedBy().isEmpty() ? "" : " of those with " + any(data.expectedBy());
        String mistaken = data.mistakenMonths().isEmpty()
                ? ""
                : ", unless so few months are explained by mistakes in "
                        + number(data.mistakenMonths().getAsDouble()) + " of them";
        row(
                "Not reported: " + data.name(),
                any(data.shownBy()) + " in less than " + number(data.minimumMonthShare()) + " of the months" + expected
                        + mistaken,
                Optional.of(data.basis()));
    }

    private void row(String part, String says, Optional<Basis> basis) {
        String note = basis.map(Basis::note).filter(each -> !each.isBlank()).orElse("");
        text.append("| ").append(cell(part)).append(" | ").append(cell(says));
        text.append(note.isEmpty() ? "" : "<br>*" + cell(note.strip()) + "*").append(" | ");
        text.append(cell(basis.map(Basis::source).orElse(""))).append(" | ");
        text.append(basis.map(each -> mark(each.certainty())).orElse("")).append(" |\n");
    }

    private static String scoring(Indicator indicator) {
        return switch (indicator.scoring()) {
            case PROPORTION -> "proportion";
            case RATIO -> "ratio of two sums";
            case CONTINUOUS -> "median and quartiles";
            case COHORT -> "count";
            case RATE -> "events per 100,000 person-years";
        };
    }

    private static String quantity(Quantity quantity) {
        String says = word(quantity.what()).replace('-', ' ');
        says += quantity.until().map(until -> ": " + words(until)).orElse("");
        says += quantity.of().isEmpty() ? "" : " of " + any(quantity.of());
        return quantity.daysPerDose().isEmpty()
                ? says
                : says + "; days of a dose that states none: " + new TreeMap<>(quantity.daysPerDose());
    }

    private static String words(Criterion criterion) {
        String hours = criterion.withinHours().isPresent()
                ? ", at most " + criterion.withinHours().getAsInt() + " hours from arrival"
                : "";
        return any(criterion.anyOf()) + ", " + words(criterion.window()) + hours;
    }

    private static String any(List<EventTest> tests) {
        return tests.stream().map(IndicatorPages::words).collect(Collectors.joining(", or "));
    }

    private static String words(EventTest test) {
        String says = test.kinds().stream().map(IndicatorPages::word).collect(Collectors.joining(" or "));
        says += test.codes().isEmpty() ? "" : " [" + joined(test.codes()) + "]";
        says += test.qualifiers().isEmpty() ? "" : " (" + joined(test.qualifiers()) + ")";
        says += test.setting().map(setting -> " in care: " + word(setting)).orElse("");
        says += test.mainDiagnosis() ? " as main diagnosis" : "";
        says += test.atVisitWith().isEmpty() ? "" : " at a contact with [" + joined(test.atVisitWith()) + "]";
        says += test.sided().orElse(false) ? " with a side" : "";
        says += test.atLeast().isPresent() ? ", " + number(test.atLeast().getAsDouble()) + " or more" : "";
        return test.atMost().isPresent() ? says + ", " + number(test.atMost().getAsDouble()) + " or less" : says;
    }

    private static String words(Window window) {
        String from = window.from().map(day -> words(day) + " to ").orElse("any time until ");
        String to = window.to().map(IndicatorPages::words).orElse("the last day of data");
        return from + to + " from " + word(window.anchor());
    }

    private static String words(Period period) {
        if (period.isZero()) {
            return "day 0";
        }
        List<String> parts = new ArrayList<>();
        part(parts, period.getYears(), "years");
        part(parts, period.getMonths(), "months");
        part(parts, period.getDays(), "days");
        return String.join(" ", parts);
    }

    private static void part(List<String> parts, int number, String unit) {
        if (number != 0) {
            parts.add(number + " " + (Math.abs(number) == 1 ? unit.substring(0, unit.length() - 1) : unit));
        }
    }

    private static String joined(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String mark(Certainty certainty) {
        return certainty == Certainty.UNCONFIRMED ? "**unconfirmed**" : word(certainty);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String cell(String content) {
        return content.replace("|", "\\|")
                .replace("\n", " ")
                .replace("<", "&lt;")
                .replace("*", "\\*");
    }
}
