package health.kedja.indicator;

import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;

/** Gives the fracture chains of people, as a guideline opens and judges them. Safe to share between threads. */
public interface ChainSource {

    /**
     * The chains of a part.
     *
     * @param part some people
     * @param dictionary that of the part's cohort
     * @param need which are asked for; those of other fractures may be missing
     */
    Chains chains(Part part, Dictionary dictionary, ChainNeed need);
}
