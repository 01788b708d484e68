package health.kedja.history;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.pathway.ChainType;
import java.util.Map;

/**
 * Everyone, as the database stood at one instant.
 *
 * @param cohort the people
 * @param units the type of chain of each unit that states one, by its resource ({@code Organization/7})
 */
public record Population(Cohort cohort, Map<String, ChainType> units) {

    public Population {
        units = Map.copyOf(units);
    }
}
