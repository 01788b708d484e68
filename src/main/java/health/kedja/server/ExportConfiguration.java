package health.kedja.server;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import health.kedja.access.audit.AuditTrail;
import health.kedja.exchange.ExportLimits;
import health.kedja.exchange.ExportProvider;
import health.kedja.exchange.ExportReach;
import health.kedja.exchange.ExportSetup;
import health.kedja.history.PastResources;
import health.kedja.history.StoredVersions;
import health.kedja.server.access.AccessControl;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Bulk export. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    ExportSetup.Database exportDatabase(
            DataSource dataSource, DatabaseSchema schema, PlatformTransactionManager transactions) {
        return new ExportSetup.Database(
                dataSource, DatabaseTimeouts.unhurried(dataSource, Duration.ZERO), transactions);
    }

    @Bean
    ExportSetup.Contents exportContents(
            StoredVersions versions,
            PastResources past,
            SearchParamMatcher matcher,
            InMemoryResourceMatcher inMemory,
            RestfulServer server) {
        return new ExportSetup.Contents(
                StorageRules.RESOURCE_TYPES,
                versions,
                past,
                new InMemoryFilters(matcher, inMemory),
                () -> server.getFhirContext().newJsonParser());
    }

    @Bean
    ExportSetup.Callers exportCallers(ObjectProvider<AccessControl> access, ObjectProvider<AuditTrail> trail) {
        return new ExportSetup.Callers(
                request -> reach(access, request),
                request -> audit(trail, request),
                access.stream().findAny().isPresent());
    }

    private static ExportReach reach(ObjectProvider<AccessControl> access, RequestDetails request) {
        return access.stream()
                .findFirst()
                .map(control -> control.exports(request))
                .orElse(ExportReach.EVERYTHING);
    }

    private static Consumer<Collection<String>> audit(ObjectProvider<AuditTrail> trail, RequestDetails request) {
        return trail.stream().findFirst().map(one -> one.later(request)).orElse(patients -> {
            // Nothing is recorded here.
        });
    }

    @Bean(destroyMethod = "close")
    ExportProvider exportProvider(
            ExportSetup.Database database,
            ExportSetup.Contents contents,
            ExportSetup.Callers callers,
            KedjaSettings settings,
            Clock clock) {
        KedjaSettings.Exports exports = settings.exports();
        ExportLimits limits = new ExportLimits(
                exports.kept(), exports.atOnce(), exports.maxSize().toBytes());
        return new ExportSetup(database, contents, callers, limits).provider(clock);
    }

    @Bean
    SmartInitializingSingleton exportDoors(ExportProvider exports, RestfulServer server) {
        return () -> server.registerProvider(exports);
    }
}
