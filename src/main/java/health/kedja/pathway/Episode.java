package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Recorded fractures that are one event, and open one chain.
 *
 * @param index the fracture that the chain is named after
 * @param site its site
 * @param day day of the earliest
 * @param sites all sites that broke
 * @param fractures all Conditions, the index fracture first
 */
record Episode(RecordedFracture index, Site site, LocalDate day, Set<String> sites, List<String> fractures) {}
