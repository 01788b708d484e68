package health.kedja.history;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Tells the {@link Projection} of every write, whatever door it came through: single, patch, conditional, transaction,
 * batch or bulk import. Must be registered once, with the storage's own interceptor service.
 *
 * <p>Expunging jobs call no hook; a trigger on HAPI's resource table removes the events of what they delete.
 */
@Interceptor
public final class ProjectionHooks {

    private final Projection projection;

    public ProjectionHooks(Projection projection) {
        this.projection = projection;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        projection.stored((Resource) resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        projection.stored((Resource) after);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        projection.deleted((Resource) resource);
    }
}
