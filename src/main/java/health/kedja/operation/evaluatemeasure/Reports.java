package health.kedja.operation.evaluatemeasure;

import health.kedja.history.Audience;
import health.kedja.history.CurrentCohort;
import health.kedja.history.KnownPeople;
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
    private final KnownPeople knownPeople;
    private final Clock clock;

    Reports(CurrentCohort cohort, PastCohorts past, ChainSources chainSources, KnownPeople knownPeople, Clock clock) {
        this.cohort = cohort;
        this.past = past;
        this.chainSources = chainSources;
        this.knownPeople = knownPeople;
        this.clock = clock;
    }

    /**
     * The reports of a request.
     *
     * @param audience for whom they are
     * @param people the only patients to count; empty for everyone whom the audience sees
     * @param progress told after each indicator; false to stop
     */
    List<Made> of(EvaluateMeasureRequest asked, Audience audience, Optional<Set<String>> people, Progress progress) {
        Population population = asked.lastReceivedOn()
                .map(instant -> past.asOf(instant, audience))
                .orElseGet(() -> cohort.now(audience));
        Evidence evidence = patient -> knownPeople.of(Set.of(patient), Optional.of(population.dataAsOf()), audience);
        ChainSource chains = chainSources.of(asked.guideline(), population);
        List<Made> made = new ArrayList<>();
        for (Definition definition : asked.definitions()) {
            try {
                made.add(
                        new OneReport(asked, definition, people, population, chains, evidence, clock.getZone()).make());
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
