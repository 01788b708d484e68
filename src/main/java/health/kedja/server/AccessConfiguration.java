package health.kedja.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.IResourceMetadataExtractorSvc;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceIdPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import health.kedja.history.Reach;
import health.kedja.server.access.AccessControl;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;

/** Hangs access control into HAPI; in open mode none of it is there. */
@Configuration(proxyBeanMethods = false)
@Conditional(GuardedMode.class)
class AccessConfiguration {

    @Bean
    AccessControl accessControl(
            DataSource dataSource,
            DatabaseSchema schema,
            Reach reach,
            DaoRegistry daos,
            SearchParamMatcher matcher,
            MatchUrlService queries,
            ISearchParamRegistry parameters,
            FhirContext context,
            Clock clock,
            AccessSettings settings) {
        return new AccessControl(
                dataSource,
                reach,
                daos,
                matcher,
                queries,
                parameters,
                context,
                clock,
                Set.copyOf(StorageRules.RESOURCE_TYPES),
                settings.clientIds() == AccessSettings.ClientIds.ANY);
    }

    @Bean
    @Primary
    DatabaseBackedPagingProvider callersPages(AccessControl access) {
        return HapiConfiguration.sized(access.pages());
    }

    @Bean
    @Primary
    KeptTags keptTags(@Qualifier("resourceMetadataExtractorSvc") IResourceMetadataExtractorSvc stored) {
        return new KeptTags(stored);
    }

    /** In place of HAPI's own, which knows nothing of reach. */
    @Bean
    @Primary
    @Scope(BeanDefinition.SCOPE_PROTOTYPE)
    ResourceIdPredicateBuilder idPredicate(SearchQueryBuilder search) {
        return AccessControl.idPredicate(search);
    }

    @Bean
    SmartInitializingSingleton accessHooks(
            AccessControl access,
            KeptTags tags,
            Reach reach,
            IInterceptorService storage,
            RestfulServer server,
            DataSource dataSource,
            KedjaSettings settings) {
        return () -> {
            server.registerProvider(access.assignOwner(
                    DatabaseTimeouts.unhurried(dataSource, settings.database().reportTimeout())));
            access.storageHooks().forEach(storage::registerInterceptor);
            access.endpointHooks().forEach(server::registerInterceptor);
            server.registerInterceptor(new PastTheHooks(tags, reach));
        };
    }
}
