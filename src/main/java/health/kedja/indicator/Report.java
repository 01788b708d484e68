package health.kedja.indicator;

import java.util.List;

/**
 * The answer of an indicator to a question.
 *
 * @param indicator the definition that was asked
 * @param question what was asked
 * @param whole everybody together, those of regions that did not report left out
 * @param cells one for each combination of strata that occurs, in the order of their codes; empty without
 *     stratifiers, and where listing them would tell small numbers
 * @param coverage which of the data that the indicator needs were reported, by region and year
 */
public record Report(Indicator indicator, Question question, Cell whole, List<Cell> cells, List<Coverage> coverage) {

    public Report {
        cells = List.copyOf(cells);
        coverage = List.copyOf(coverage);
    }
}
