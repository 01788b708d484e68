package health.kedja.server;

import ca.uhn.fhir.batch2.api.IJobMaintenanceService;
import ca.uhn.fhir.batch2.maintenance.JobMaintenanceServiceImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * How often jobs (import, delete-expunge) take their next step. HAPI's own minute makes a job of three resources take
 * two of them, and offers no setting. Set before HAPI's scheduler starts, which it does when the context is ready.
 */
@Component
class JobTick implements SmartInitializingSingleton {

    private final IJobMaintenanceService jobs;
    private final KedjaSettings settings;

    JobTick(IJobMaintenanceService jobs, KedjaSettings settings) {
        this.jobs = jobs;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!(jobs instanceof JobMaintenanceServiceImpl maintenance)) {
            throw new IllegalStateException("kedja.jobs.tick cannot be applied to " + jobs.getClass());
        }
        maintenance.setScheduledJobFrequencyMillis(settings.jobs().tick().toMillis());
    }
}
