package health.kedja.server;

import ca.uhn.fhir.batch2.jobs.imprt.FetchFilesStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bulk import that fetches files only from where it may. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    @Bean
    ImportSources importSources(ImportSettings settings) {
        return new ImportSources(settings.sources());
    }

    @Bean
    ImportGate importGate(ImportSources sources) {
        return new ImportGate(sources);
    }

    /** HAPI has no setting for how its step fetches. */
    @Bean
    static BeanPostProcessor fetchedFiles(ObjectProvider<ImportSources> sources) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof FetchFilesStep ? new FetchedFiles(sources.getObject()) : bean;
            }
        };
    }
}
