package health.kedja.indicator;

import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import java.time.LocalDate;

/** Gives the fracture chains of people, as a guideline opens and judges them. Safe to share between threads. */
public interface ChainSource {

    /**
     * The chains of a part.
     *
     * @param part some people
     * @param dictionary that of the part's cohort
     * @param asOf last day of data: nothing later is seen
     */
    Chains chains(Part part, Dictionary dictionary, LocalDate asOf);
}
