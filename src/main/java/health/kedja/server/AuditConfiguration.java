package health.kedja.server;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import com.zaxxer.hikari.HikariDataSource;
import health.kedja.access.audit.AccessLog;
import health.kedja.access.audit.AccessLogProvider;
import health.kedja.access.audit.AuditEventProvider;
import health.kedja.access.audit.AuditFilter;
import health.kedja.access.audit.AuditHooks;
import health.kedja.access.audit.AuditOfWrites;
import health.kedja.access.audit.AuditTrail;
import health.kedja.history.Reach;
import health.kedja.operation.ReadersLanguage;
import health.kedja.server.access.AccessControl;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Recording of accesses, where it is on. */
@Configuration(proxyBeanMethods = false)
@Conditional(AuditConfiguration.IsOn.class)
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
        registration.addUrlPatterns("/fhir/*", CdsHooksEndpoint.PATH + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return registration;
    }

    @Bean
    AccessLog accessLog(HikariDataSource dataSource, DatabaseSchema schema) {
        return new AccessLog(dataSource);
    }

    /** What is written is heard of at the storage, and what is answered at the endpoint. */
    @Bean
    SmartInitializingSingleton auditHooks(
            IInterceptorService storage,
            RestfulServer server,
            AuditTrail trail,
            AccessLog log,
            DaoRegistry daos,
            Reach reach,
            ObjectProvider<AccessControl> access,
            KedjaSettings settings) {
        return () -> {
            storage.registerInterceptor(new AuditOfWrites(trail));
            server.registerInterceptor(new AuditHooks());
            server.registerProvider(new AuditEventProvider(log, reach::below));
            server.registerProvider(new AccessLogProvider(
                    log,
                    (id, request) -> {
                        daos.getResourceDao("Patient").read(new IdType("Patient", id), request);
                        AccessControl control = access.getIfAvailable();
                        return control == null ? reach.recordsOfPerson(id) : control.recordsOfPerson(id, request);
                    },
                    ReadersLanguage::of,
                    settings.timeZone()));
        };
    }

    /** As {@code kedja.audit.enabled} says; where it says nothing, in guarded mode. */
    static final class IsOn implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Boolean said = context.getEnvironment().getProperty("kedja.audit.enabled", Boolean.class);
            return said == null ? GuardedMode.isOn(context.getEnvironment()) : said;
        }
    }
}
