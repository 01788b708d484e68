package health.kedja.server;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.rest.server.RestfulServer;
import com.zaxxer.hikari.HikariDataSource;
import health.kedja.access.audit.AuditFilter;
import health.kedja.access.audit.AuditHooks;
import health.kedja.access.audit.AuditOfWrites;
import health.kedja.access.audit.AuditTrail;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Recording of accesses, where it is on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("kedja.audit.enabled")
class AuditConfiguration {

    @Bean(destroyMethod = "close")
    AuditTrail auditTrail(HikariDataSource dataSource, DatabaseSchema schema, KedjaSettings settings) {
        return new AuditTrail(dataSource, settings.audit().patience());
    }

    /** Outside of everything that may answer but the log, so that what others refuse is recorded too. */
    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(AuditTrail trail) {
        FilterRegistrationBean<AuditFilter> registration =
                new FilterRegistrationBean<>(new AuditFilter(trail, RequestLog.REQUEST_ID));
        registration.addUrlPatterns("/fhir/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return registration;
    }

    /** What is written is heard of at the storage, and what is answered at the endpoint. */
    @Bean
    SmartInitializingSingleton auditHooks(IInterceptorService storage, RestfulServer server, AuditTrail trail) {
        return () -> {
            storage.registerInterceptor(new AuditOfWrites(trail));
            server.registerInterceptor(new AuditHooks());
        };
    }
}
