package health.kedja.server;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.server.RestfulServer;
import health.kedja.access.Caller;
import health.kedja.access.audit.AuditTrail;
import health.kedja.access.authorization.Registrations;
import health.kedja.exchange.ExportLimits;
import health.kedja.exchange.ExportProvider;
import health.kedja.exchange.ExportReach;
import health.kedja.exchange.ExportSetup;
import health.kedja.history.PastResources;
import health.kedja.history.StoredVersions;
import health.kedja.server.access.AccessControl;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
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
    ExportSetup.Callers exportCallers(
            ObjectProvider<AccessControl> access, ObjectProvider<AuditTrail> trail, StillTrusted trusted) {
        boolean guarded = access.stream().findAny().isPresent();
        return new ExportSetup.Callers(
                request -> guarded ? access.getObject().exports(request) : ExportReach.EVERYTHING,
                request -> trail.getObject().later(request),
                words -> guarded ? again(access.getObject(), trusted, words) : everything(words),
                words -> trail.getObject().later(words),
                trail.stream().findAny().isPresent(),
                guarded);
    }

    /** What was begun while nobody was asked is not for those who are. */
    private static Optional<ExportReach> again(AccessControl access, StillTrusted trusted, Map<String, String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Caller.of(words)).filter(trusted).map(access::exports);
    }

    private static Optional<ExportReach> everything(Map<String, String> words) {
        return words.isEmpty() ? Optional.of(ExportReach.EVERYTHING) : Optional.empty();
    }

    /** Whose word counts now, as settings and the file of clients have it. */
    @Bean
    StillTrusted stillTrusted(
            AccessSettings settings, ObjectProvider<BaseUrl> baseUrl, ObjectProvider<Registrations> registrations) {
        return new StillTrusted(
                settings.issuers().stream().map(AccessSettings.Issuer::issuer).collect(Collectors.toSet()),
                baseUrl.stream().findFirst().map(BaseUrl::base),
                registrations.stream().findFirst());
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
        return () -> {
            exports.restore();
            server.registerProvider(exports);
        };
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> exportsGoOn(ExportProvider exports) {
        return ready -> exports.goOn();
    }
}
