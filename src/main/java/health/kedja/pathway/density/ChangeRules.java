package health.kedja.pathway.density;

import health.kedja.pathway.Rule;
import java.util.List;
import java.util.Optional;

/**
 * What is a real change between two scans.
 *
 * @param rule the rule
 * @param leastSignificantChange by region; a region that is not listed is not judged
 * @param judgeBetweenScanners whether it is held against the change of standardised BMD between two scanners as well
 */
public record ChangeRules(
        Rule rule, List<LeastSignificantChange> leastSignificantChange, boolean judgeBetweenScanners) {

    public ChangeRules {
        leastSignificantChange = List.copyOf(leastSignificantChange);
    }

    Optional<LeastSignificantChange> of(String region) {
        return leastSignificantChange.stream()
                .filter(one -> one.region().equals(region))
                .findFirst();
    }
}
