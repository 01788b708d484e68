package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Anchor;
import health.kedja.indicator.definition.Criterion;
import health.kedja.indicator.definition.EventTest;
import health.kedja.indicator.definition.Exclusion;
import health.kedja.indicator.definition.Exposure;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.Quantity;
import health.kedja.indicator.definition.Setting;
import health.kedja.indicator.definition.UnitOfAnalysis;
import health.kedja.indicator.definition.Window;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definition of an indicator in words, for readers who do not have Kedja. */
final class IndicatorWords {

    private IndicatorWords() {}

    static String population(InitialPopulation population) {
        List<String> parts = new ArrayList<>();
        List<EventTest> index = Stream.concat(population.index().stream(), population.alsoIndex().stream())
                .toList();
        parts.add(unit(population.unit(), index.isEmpty() ? "" : events(index)));
        population.minimumAgeYears().ifPresent(age -> parts.add("aged " + age + " years or more"));
        population
                .episodeGap()
                .ifPresent(gap -> parts.add("one episode when less than " + length(gap) + " after the previous one"));
        population.eventFree().ifPresent(time -> {
            String of = population.eventFreeOf().map(IndicatorWords::event).orElse("such event");
            parts.add("no " + of + " in the " + length(time) + " before");
        });
        if (population.newly()) {
            parts.add("only the first that is known at all");
        }
        population.having().forEach(criterion -> parts.add("with " + criterion(criterion)));
        return String.join("; ", parts) + ".";
    }

    private static String unit(UnitOfAnalysis unit, String index) {
        return switch (unit) {
            case PERSON -> "Persons, each once, at the first of the period: " + index;
            case EPISODE -> "Each episode in the period: " + index;
            case RESIDENT -> "Everyone who lives here on the last day of the period";
            case STAY -> "Everyone in special housing, on the days within the period";
            case DOSE -> "Each dose or supply in the period: " + index;
            case CHAIN -> "Each fracture chain that the guideline opens for a fracture in the period";
        };
    }

    static String exclusions(List<Exclusion> exclusions) {
        return exclusions.isEmpty()
                ? "Nobody."
                : exclusions.stream()
                        .map(one -> one.code() + ": "
                                + one.anyOf().stream()
                                        .map(IndicatorWords::criterion)
                                        .collect(Collectors.joining(", or ")))
                        .collect(Collectors.joining("; or ", "", "."));
    }

    static String denominator(Indicator indicator) {
        String counted =
                "The initial population, less those whose follow-up is not over on the last day of data; the exclusions are taken off before the score.";
        return indicator
                .exposure()
                .map(exposure -> counted + " " + exposure(exposure))
                .orElse(counted);
    }

    static String exposure(Exposure exposure) {
        String days = exposure.after()
                .map(time -> "Days at risk are those of the " + length(time) + " after the index")
                .orElse("Days at risk are those of the stay within the period");
        return days + ", until death, emigration or the last day of data, whichever is first.";
    }

    static String outcome(Outcome outcome) {
        List<String> parts = new ArrayList<>();
        outcome.allOf().forEach(criterion -> parts.add(criterion(criterion)));
        outcome.noneOf().forEach(criterion -> parts.add("not " + criterion(criterion)));
        outcome.countedEvents().ifPresent(event -> parts.add("each " + event(event) + " while at risk"));
        outcome.countedGap()
                .ifPresent(gap -> parts.add("one event when less than " + length(gap) + " after the previous one"));
        outcome.step().ifPresent(step -> parts.add("the step " + step.token() + " of the chain is done"));
        outcome.followUp().ifPresent(time -> parts.add("counted when " + length(time) + " of follow-up are seen"));
        return parts.isEmpty() ? "Everyone of the denominator." : String.join("; ", parts) + ".";
    }

    static String quantity(Quantity quantity) {
        return switch (quantity.what()) {
            case DAYS_TO_EVENT -> "Days from the index to " + until(quantity) + ".";
            case HOURS_TO_EVENT -> "Hours from arrival to " + until(quantity) + ".";
            case DAYS_TO_STEP -> "Days from the fracture to the step of the chain.";
            case TREATMENT_DAYS -> "Days of treatment by " + events(quantity.of()) + daysPerDose(quantity) + ".";
        };
    }

    private static String until(Quantity quantity) {
        return quantity.until().map(IndicatorWords::criterion).orElse("the event");
    }

    private static String daysPerDose(Quantity quantity) {
        return quantity.daysPerDose().isEmpty()
                ? ""
                : quantity.daysPerDose().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " " + entry.getValue() + " days")
                        .collect(Collectors.joining(", ", " (a dose of unstated length: ", ")"));
    }

    static String criterion(Criterion criterion) {
        String hours = criterion.withinHours().isPresent()
                ? " within " + criterion.withinHours().getAsInt() + " hours of arrival"
                : "";
        return events(criterion.anyOf()) + hours + " " + window(criterion.window());
    }

    static String window(Window window) {
        String anchor = anchor(window.anchor());
        String from = window.from().map(time -> offset(time, anchor)).orElse("the beginning");
        String to = window.to().map(time -> offset(time, anchor)).orElse("the last day of data");
        return from.equals(to) ? "on " + from : "from " + from + " to " + to;
    }

    private static String offset(Period time, String anchor) {
        if (time.isZero()) {
            return anchor;
        }
        return time.isNegative() ? length(time.negated()) + " before " + anchor : length(time) + " after " + anchor;
    }

    private static String anchor(Anchor anchor) {
        return switch (anchor) {
            case INDEX -> "the index day";
            case DISCHARGE -> "the last day of the index contact";
            case START_OF_YEAR -> "1 January of the index year";
            case PERIOD_END -> "the last day of the period";
        };
    }

    static String length(Period time) {
        List<String> parts = new ArrayList<>();
        count(time.getYears(), "year", parts);
        count(time.getMonths(), "month", parts);
        count(time.getDays(), "day", parts);
        return parts.isEmpty() ? "0 days" : String.join(" and ", parts);
    }

    private static void count(int number, String what, List<String> parts) {
        if (number != 0) {
            parts.add(number + " " + what + (number == 1 ? "" : "s"));
        }
    }

    static String events(List<EventTest> tests) {
        return tests.stream().map(IndicatorWords::event).collect(Collectors.joining(" or "));
    }

    static String event(EventTest test) {
        StringBuilder words = new StringBuilder(
                test.kinds().stream().map(IndicatorWords::token).collect(Collectors.joining(" or ")));
        if (!test.codes().isEmpty()) {
            words.append(" [").append(String.join(", ", test.codes())).append(']');
        }
        if (!test.qualifiers().isEmpty()) {
            words.append(" of ").append(String.join(" or ", test.qualifiers()));
        }
        test.setting()
                .filter(setting -> setting != Setting.ANY)
                .ifPresent(
                        setting -> words.append(" in ").append(token(setting)).append(" care"));
        if (test.mainDiagnosis()) {
            words.append(" as main diagnosis");
        }
        if (!test.atVisitWith().isEmpty()) {
            words.append(" at a contact with [")
                    .append(String.join(", ", test.atVisitWith()))
                    .append(']');
        }
        test.atLeast().ifPresent(value -> words.append(" of at least ").append(GuidelineValues.text(value)));
        test.atMost().ifPresent(value -> words.append(" of at most ").append(GuidelineValues.text(value)));
        return words.toString();
    }

    static String token(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
