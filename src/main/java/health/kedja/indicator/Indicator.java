package health.kedja.indicator;

import health.kedja.indicator.definition.Caveat;
import health.kedja.indicator.definition.Exclusion;
import health.kedja.indicator.definition.Exposure;
import health.kedja.indicator.definition.Improvement;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.indicator.definition.Levels;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.Quantity;
import health.kedja.indicator.definition.ReportedData;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.definition.Target;
import health.kedja.pathway.Certainty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A quality indicator, as its file {@code profiles/indicators/*.yaml} defines it; published as a Measure.
 *
 * @param id such as {@code SOS-07}
 * @param version of the definition
 * @param title words for people
 * @param officialId the id that the source gives it, when known
 * @param sources documents
 * @param certainty how well the definition as a whole is known
 * @param scoring how the result is calculated
 * @param improvement whether more is better
 * @param target the level to reach
 * @param levels levels that the source sorts results into
 * @param population whom or what it is about
 * @param exclusions who is left out
 * @param exposure days at risk, for rates
 * @param outcome what fulfils it; empty for a cohort
 * @param quantity the value of a continuous variable, or the numerator's of a ratio
 * @param denominatorQuantity the denominator's of a ratio
 * @param ageBands lowest age of each age group, rising; the last is open
 * @param reportedData data without which a region is not reported
 * @param counterpart id of the same indicator from other sources of data, shown beside it
 * @param caveats what a reader must know
 * @param codeLists code lists that the definition names: codes, or beginnings of them
 */
public record Indicator(
        String id,
        String version,
        String title,
        Optional<String> officialId,
        List<String> sources,
        Certainty certainty,
        Scoring scoring,
        Improvement improvement,
        Optional<Target> target,
        Optional<Levels> levels,
        InitialPopulation population,
        List<Exclusion> exclusions,
        Optional<Exposure> exposure,
        Optional<Outcome> outcome,
        Optional<Quantity> quantity,
        Optional<Quantity> denominatorQuantity,
        List<Integer> ageBands,
        List<ReportedData> reportedData,
        Optional<String> counterpart,
        List<Caveat> caveats,
        Map<String, List<String>> codeLists)
        implements Definition {}
