package health.kedja.indicator;

import health.kedja.indicator.definition.Criterion;
import health.kedja.indicator.definition.EventTest;
import health.kedja.indicator.definition.Exclusion;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.ReportedData;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.definition.Window;
import health.kedja.pathway.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Definitions that do not ship. */
final class Definitions {

    private Definitions() {}

    static Indicator with(
            Indicator of,
            Scoring scoring,
            InitialPopulation population,
            List<Exclusion> exclusions,
            Optional<Outcome> outcome,
            List<ReportedData> reportedData) {
        return new Indicator(
                of.id(),
                of.version(),
                of.title(),
                of.officialId(),
                of.sources(),
                of.certainty(),
                scoring,
                of.improvement(),
                of.target(),
                of.levels(),
                population,
                exclusions,
                of.exposure(),
                outcome,
                of.quantity(),
                of.denominatorQuantity(),
                of.ageBands(),
                reportedData,
                of.counterpart(),
                of.caveats(),
                of.codeLists());
    }

    static Criterion criterion(Kind kind, Window window) {
        EventTest event = new EventTest(
                List.of(kind),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        return new Criterion(List.of(event), window, OptionalInt.empty());
    }
}
