package health.kedja.operation.evaluatemeasure;

import health.kedja.history.CurrentCohort;
import health.kedja.history.Histories;
import health.kedja.history.PastCohorts;
import health.kedja.history.Population;
import health.kedja.indicator.ChainSource;
import health.kedja.indicator.Definition;
import health.kedja.indicator.UnanswerableException;
import health.kedja.operation.BadParameter;
import health.kedja.operation.ChainSources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evaluates definitions and writes their reports. */
final class Reports {

    private final CurrentCohort cohort;
    private final PastCohorts past;
    private final ChainSources chainSources;
    private final Histories histories;
    private final Clock clock;

    Reports(CurrentCohort cohort, PastCohorts past, ChainSources chainSources, Histories histories, Clock clock) {
        this.cohort = cohort;
        this.past = past;
        this.chainSources = chainSources;
        this.histories = histories;
        this.clock = clock;
    }

    /**
     * The reports of a request.
     *
     * @param people the only patients to count; empty for everyone
     * @param progress told after each indicator; false to stop
     */
    List<Made> of(EvaluateMeasureRequest asked, Optional<Set<String>> people, Progress progress) {
        Population population = asked.lastReceivedOn().map(past::asOf).orElseGet(cohort::now);
        ChainSource chains = chainSources.of(asked.guideline(), population);
        List<Made> made = new ArrayList<>();
        for (Definition definition : asked.definitions()) {
            try {
                made.add(new OneReport(asked, definition, people, population, chains, histories, clock.getZone())
                        .make());
            } catch (UnanswerableException e) {
                throw refused(e);
            }
            if (!progress.done(made.size(), asked.definitions().size())) {
                break;
            }
        }
        return made;
    }

    private static RuntimeException refused(UnanswerableException e) {
        String parameter = switch (e.part()) {
            case PERIOD -> "periodStart";
            case STANDARD_POPULATION -> "standardPopulation";
            case STRATIFIERS -> "stratifier";
        };
        return BadParameter.of(parameter, e.getMessage() + (e.getMessage().endsWith(".") ? "" : "."));
    }
}
