package health.kedja.indicator.report;

import health.kedja.indicator.Counts;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.StandardPopulation;
import health.kedja.indicator.UnanswerableException;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.scan.AgeGroups;
import health.kedja.indicator.scan.Leaf;
import health.kedja.indicator.statistics.Estimate;
import health.kedja.indicator.statistics.Standardised;
import health.kedja.indicator.statistics.Stratum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Direct standardisation by the age groups of an indicator. People of unknown age have no part in it. */
final class AgeStandard {

    private final Scoring scoring;
    private final List<String> groups;
    private final int ageAt;
    /** Weight of each group; null where the denominator of the report gives them. */
    private final Map<String, Double> weights;

    /**
     * A standard.
     *
     * @param ageAt where the age group is among the strata of a leaf
     * @throws IllegalArgumentException if the standard population does not cover an age group, or the indicator has none
     */
    AgeStandard(Indicator indicator, StandardPopulation standard, int ageAt) {
        scoring = indicator.scoring();
        groups = AgeGroups.codes(indicator.ageBands());
        this.ageAt = ageAt;
        if (scoring != Scoring.PROPORTION && scoring != Scoring.RATE) {
            throw new UnanswerableException(
                    UnanswerableException.Part.STANDARD_POPULATION,
                    "Only proportions and rates can be standardised by age; " + indicator.id() + " is neither");
        }
        weights = standard.weights()
                .map(bands -> weights(indicator.ageBands(), standard.name(), bands))
                .orElse(null);
    }

    private Map<String, Double> weights(List<Integer> lowest, String name, Map<Integer, Double> bands) {
        Map<String, Double> weightOf = new LinkedHashMap<>();
        for (int i = 0; i < lowest.size(); i++) {
            int from = lowest.get(i);
            int to = i + 1 < lowest.size() ? lowest.get(i + 1) : Integer.MAX_VALUE;
            boolean covered = bands.containsKey(from) && (to == Integer.MAX_VALUE || bands.containsKey(to));
            if (!covered) {
                throw new UnanswerableException(
                        UnanswerableException.Part.STANDARD_POPULATION,
                        "The standard population " + name + " does not cover the age group " + groups.get(i));
            }
            double weight = bands.entrySet().stream()
                    .filter(band -> band.getKey() >= from && band.getKey() < to)
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            weightOf.put(groups.get(i), weight);
        }
        return weightOf;
    }

    /**
     * A standardised result.
     *
     * @param leaves those of the cell
     * @param reference those whose denominator gives the weights, unless the standard has its own
     */
    Optional<Estimate> of(List<Leaf> leaves, List<Leaf> reference) {
        Map<String, Counts> own = byGroup(leaves);
        Map<String, Counts> all = weights == null ? byGroup(reference) : Map.of();
        List<Stratum> strata = new ArrayList<>();
        for (String group : groups) {
            Counts counts = own.getOrDefault(group, Counts.NOTHING);
            double weight = weights == null ? size(all.getOrDefault(group, Counts.NOTHING)) : weights.get(group);
            strata.add(new Stratum(counts.numerator(), size(counts), weight));
        }
        return scoring == Scoring.RATE ? Standardised.dobson(strata, Scores.PER) : Standardised.proportion(strata);
    }

    private double size(Counts counts) {
        return scoring == Scoring.RATE ? Scores.personYears(counts) : counts.denominator();
    }

    private Map<String, Counts> byGroup(List<Leaf> leaves) {
        Map<String, Counts> byGroup = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            byGroup.merge(leaf.strata().get(ageAt), Leaf.counts(List.of(leaf)), Counts::plus);
        }
        return byGroup;
    }
}
