package health.kedja.server;

import health.kedja.history.CurrentCohort;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tidies up behind the {@link CurrentCohort} each hour, so that notes of changes do not pile up where nobody asks. */
@Component
class CohortUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CohortUpkeep.class);

    private final CurrentCohort cohort;
    private ScheduledExecutorService hourly;

    CohortUpkeep(CurrentCohort cohort) {
        this.cohort = cohort;
    }

    @Override
    public synchronized void start() {
        hourly = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "cohort-upkeep");
            thread.setDaemon(true);
            return thread;
        });
        hourly.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
    }

    private void tidy() {
        try {
            cohort.tidy();
        } catch (RuntimeException e) {
            // The next hour tries again; until then there are more notes than needed.
            LOG.warn("Notes of changes could not be tidied up", e);
        }
    }

    @Override
    public synchronized void stop() {
        hourly.shutdownNow();
        hourly = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return hourly != null;
    }
}
