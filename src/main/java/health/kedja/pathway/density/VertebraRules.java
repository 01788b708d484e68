package health.kedja.pathway.density;

import health.kedja.pathway.Rule;

/**
 * Which lumbar vertebrae count.
 *
 * @param rule the rule
 * @param applies whether the spine is judged by its vertebrae where they were recorded; they are shown in any case
 * @param differenceAbove a vertebra whose T-score differs from a neighbour by more than this is left out
 * @param atLeast fewest vertebrae that make a result; two or more
 */
public record VertebraRules(Rule rule, boolean applies, double differenceAbove, int atLeast) {

    public VertebraRules {
        if (!(differenceAbove > 0)) {
            throw new IllegalArgumentException("difference-above must be above 0");
        }
        if (atLeast < 2 || atLeast > 4) {
            throw new IllegalArgumentException("at-least must be 2, 3 or 4: one vertebra never stands for the spine");
        }
    }
}
