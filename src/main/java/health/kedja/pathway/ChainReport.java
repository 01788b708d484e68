package health.kedja.pathway;

import java.util.List;

/**
 * The answer for one patient: a chain for each index fracture, newest first; what was left out and why; and the
 * resources that Kedja could not read.
 *
 * @param chains newest index fracture first
 * @param excluded recorded fractures that opened no chain, in order of day
 * @param notUnderstood resources whose codes are all from unknown systems
 */
public record ChainReport(List<FractureChain> chains, List<ExcludedFracture> excluded, List<Event> notUnderstood) {

    public ChainReport {
        chains = List.copyOf(chains);
        excluded = List.copyOf(excluded);
        notUnderstood = List.copyOf(notUnderstood);
    }
}
