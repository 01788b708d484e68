package health.kedja.server;

import ca.uhn.fhir.rest.server.RestfulServer;
import health.kedja.operation.PatientRecords;
import health.kedja.operation.PostedRecords;
import health.kedja.operation.cdshooks.CdsServices;
import health.kedja.pathway.Guidelines;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** CDS Hooks at {@code /cds-services}. */
@Configuration(proxyBeanMethods = false)
class CdsHooksConfiguration {

    @Bean
    CdsServices cdsServices(Guidelines guidelines, PatientRecords patients, PostedRecords posted, Clock clock) {
        return new CdsServices(guidelines, patients, posted, clock);
    }

    @Bean
    ServletRegistrationBean<CdsHooksEndpoint> cdsHooksServlet(
            RestfulServer fhir, CdsServices services, KedjaSettings settings) {
        ServletRegistrationBean<CdsHooksEndpoint> registration = new ServletRegistrationBean<>(
                new CdsHooksEndpoint(
                        fhir,
                        services,
                        new BodyShape(settings.requests()),
                        Optional.ofNullable(settings.baseUrl()).map(BaseUrl::of)),
                CdsHooksEndpoint.PATH + "/*");
        registration.setName("cds-hooks");
        return registration;
    }
}
