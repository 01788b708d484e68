package health.kedja.history;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.ChainType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everyone, or those whom an audience sees, as the data stood at one instant.
 *
 * @param cohort the people
 * @param units the type of chain of each unit that states one, by its resource ({@code Organization/7})
 * @param dataAsOf the instant, in whole milliseconds by the clock of the database: everything received until then is
 *     seen and nothing later. {@link PastCohorts#asOf} gives the same people again
 * @param expungedSince versions of resources that had been received by then and were removed for good since, so that what
 *     they said is not seen; 0 where the data are as they stood
 * @param seenBy a hash of whose view this is and of the refusals that were honoured in it: where it differs, so may the
 *     people, of the same instant. Empty where nothing is kept from view
 */
public record Population(
        Cohort cohort, Map<String, ChainType> units, Instant dataAsOf, long expungedSince, String seenBy) {

    public Population {
        units = Map.copyOf(units);
    }

    /**
     * Only those of whom an event names a unit: everyone whom an indicator may count for it.
     *
     * @param unit such as {@code Organization/7}
     */
    public Population naming(String unit) {
        char number = cohort.dictionary().find(unit);
        List<Part> parts = new ArrayList<>();
        if (number != Dictionary.NONE) {
            for (Part part : cohort.parts()) {
                Part those = PartCopy.naming(number, part);
                if (those.people() > 0) {
                    parts.add(those);
                }
            }
        }
        return new Population(new Cohort(cohort.dictionary(), parts), units, dataAsOf, expungedSince, seenBy);
    }
}
