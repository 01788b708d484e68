package health.kedja.server;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import health.kedja.history.Projection;
import health.kedja.history.ProjectionHooks;
import health.kedja.server.validation.ProfileValidation;
import health.kedja.server.validation.ValidationHooks;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Hooks validation and events into the storage. They go on the storage's interceptor service and nowhere else: on the
 * REST server's too they would be called twice, and on that alone the batch jobs would miss them.
 */
@Component
class StorageHooks implements SmartInitializingSingleton {

    private final IInterceptorService interceptors;
    private final KedjaSettings settings;
    private final ProfileValidation validation;
    private final Projection projection;

    StorageHooks(
            IInterceptorService interceptors,
            KedjaSettings settings,
            ProfileValidation validation,
            Projection projection) {
        this.interceptors = interceptors;
        this.settings = settings;
        this.validation = validation;
        this.projection = projection;
    }

    @Override
    public void afterSingletonsInstantiated() {
        interceptors.registerInterceptor(new ExpungeOfEverything());
        interceptors.registerInterceptor(new SearchValues());
        interceptors.registerInterceptor(new MetaLengths());
        if (settings.validation().enabled()) {
            interceptors.registerInterceptor(new ValidationHooks(validation));
        }
        if (settings.events().enabled()) {
            interceptors.registerInterceptor(new ProjectionHooks(projection));
        }
    }
}
