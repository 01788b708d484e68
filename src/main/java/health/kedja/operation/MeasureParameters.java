package health.kedja.operation;

import health.kedja.fhir.IndicatorMeasure;
import health.kedja.indicator.Definition;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Indicators;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters that operations on measures have in common. */
public final class MeasureParameters {

    private MeasureParameters() {}

    /** The indicators that {@code measure} names; all of them where it is left out. */
    public static List<Indicator> measures(OperationInput input, Indicators indicators) {
        List<String> names = input.texts("measure");
        return names.isEmpty() ? indicators.all() : named(names, indicators.all());
    }

    /** The definitions that {@code measure} names, each once. */
    public static <T extends Definition> List<T> named(List<String> names, List<T> definitions) {
        return names.stream()
                .map(name -> measure("measure", name, definitions))
                .distinct()
                .toList();
    }

    /** The indicator of a Measure whose id is in the address. */
    public static Indicator ofInstance(String id, Indicators indicators) {
        return ofInstance(id, indicators.all());
    }

    /** The definition of a Measure whose id is in the address. */
    public static <T extends Definition> T ofInstance(String id, List<T> definitions) {
        return definitions.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BadParameter.notFound("measure", unknown("Measure/" + id, definitions)));
    }

    /**
     * The indicator of a name.
     *
     * @param parameter where the name was given
     * @param name id, or canonical URL with or without version
     */
    public static Indicator measure(String parameter, String name, Indicators indicators) {
        return measure(parameter, name, indicators.all());
    }

    private static <T extends Definition> T measure(String parameter, String name, List<T> definitions) {
        String bare = name.startsWith("Measure/") ? name.substring("Measure/".length()) : name;
        return definitions.stream()
                .filter(one -> bare.equals(one.id())
                        || bare.equals(IndicatorMeasure.canonical(one))
                        || bare.equals(IndicatorMeasure.canonicalWithVersion(one)))
                .findFirst()
                .orElseThrow(() -> BadParameter.of(parameter, unknown(name, definitions)));
    }

    private static String unknown(String name, List<? extends Definition> definitions) {
        return "there is no quality indicator '" + name + "' here. There are: "
                + definitions.stream().map(Definition::id).collect(Collectors.joining(", ")) + ".";
    }

    /**
     * The instant until which data must have been received to be seen; a day means the whole of it.
     *
     * @param zone in which calendar days are counted
     */
    public static Optional<Instant> lastReceivedOn(OperationInput input, ZoneId zone) {
        return input.text("lastReceivedOn").map(text -> instant(text, zone));
    }

    private static Instant instant(String text, ZoneId zone) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant()
                            .minusMillis(1);
        } catch (DateTimeException e) {
            throw BadParameter.of(
                    "lastReceivedOn",
                    "'" + text + "' is no day and no instant. Give it as YYYY-MM-DD or as YYYY-MM-DDThh:mm:ss+hh:mm.");
        }
    }

    /**
     * What to say where the past cannot be seen whole.
     *
     * @param versions how many versions of resources were removed for good
     */
    public static String expunged(long versions) {
        return "Parameter 'lastReceivedOn': " + versions
                + " versions of resources that had been received by then were removed for good since. What they said is"
                + " not seen.";
    }
}
