package health.kedja.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.IJpaStorageResourceParser;
import health.kedja.fhir.BundleEvents;
import health.kedja.fhir.CodeMaps;
import health.kedja.fhir.ResourceEvents;
import health.kedja.history.CurrentCohort;
import health.kedja.history.FractureDates;
import health.kedja.history.Histories;
import health.kedja.history.KnownPeople;
import health.kedja.history.PastCohorts;
import health.kedja.history.PastResources;
import health.kedja.history.Projection;
import health.kedja.history.Reach;
import health.kedja.history.StoredVersions;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.completeness.CompletenessDefinitions;
import health.kedja.operation.ObservationRecords;
import health.kedja.operation.PatientRecords;
import health.kedja.operation.PostedRecords;
import health.kedja.operation.ResourceCheck;
import health.kedja.operation.fracturechain.FractureChainProvider;
import health.kedja.operation.harmonisebmd.HarmoniseBmdProvider;
import health.kedja.operation.nextactions.NextActionsProvider;
import health.kedja.pathway.Guidelines;
import health.kedja.server.access.AccessControl;
import health.kedja.server.validation.ProfileValidation;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The clinical core and what feeds it. */
@Configuration(proxyBeanMethods = false)
class ClinicalConfiguration {

    @Bean
    Clock clock(KedjaSettings settings) {
        return Clock.system(settings.timeZone());
    }

    @Bean
    Guidelines guidelines(KedjaSettings settings) {
        return GuidelineFiles.load(settings.guideline(), Optional.ofNullable(settings.guidelineDirectory()));
    }

    @Bean
    Indicators indicators() {
        return IndicatorFiles.load();
    }

    @Bean
    CompletenessDefinitions completenessDefinitions() {
        return new CompletenessDefinitions(IndicatorFiles.loadCompleteness());
    }

    @Bean
    CodeMaps codeMaps() {
        return CodeMaps.load();
    }

    @Bean
    ResourceEvents resourceEvents(CodeMaps maps, KedjaSettings settings) {
        return new ResourceEvents(maps, settings.timeZone());
    }

    @Bean
    ConformanceResources conformanceResources(
            FhirContext context, Guidelines guidelines, Indicators indicators, CompletenessDefinitions completeness) {
        return ConformanceResources.load(context, guidelines, indicators, completeness);
    }

    @Bean
    ProfileValidation profileValidation(
            FhirContext context,
            ConformanceResources conformance,
            ResourceEvents resourceEvents,
            KedjaSettings settings) {
        ProfileValidation validation = ProfileValidation.create(context, conformance.resources(), resourceEvents);
        if (settings.validation().enabled()) {
            validation.warmUp();
        }
        return validation;
    }

    @Bean
    Projection projection(
            DataSource dataSource, DatabaseSchema schema, ResourceEvents resourceEvents, Reach reach, Clock clock) {
        return new Projection(dataSource, resourceEvents, new FractureDates(dataSource, clock), reach);
    }

    @Bean
    Histories histories(DataSource dataSource, DatabaseSchema schema) {
        return new Histories(dataSource);
    }

    @Bean
    Reach reach(DataSource dataSource, DatabaseSchema schema, KedjaSettings settings) {
        return new Reach(dataSource, settings.relations().daysAfterEncounter());
    }

    @Bean
    CurrentCohort currentCohort(DataSource dataSource, DatabaseSchema schema, KedjaSettings settings) {
        return new CurrentCohort(
                DatabaseTimeouts.unhurried(dataSource, settings.database().reportTimeout()));
    }

    @Bean
    StoredVersions storedVersions(
            EntityManager entities, IJpaStorageResourceParser parser, PlatformTransactionManager transactions) {
        return new VersionReader(entities, parser, transactions);
    }

    @Bean
    PastCohorts pastCohorts(CurrentCohort current, ResourceEvents resourceEvents, StoredVersions versions) {
        return new PastCohorts(current, resourceEvents, versions);
    }

    @Bean
    KnownPeople knownPeople(
            DataSource dataSource, DatabaseSchema schema, ResourceEvents resourceEvents, StoredVersions versions) {
        return new KnownPeople(dataSource, resourceEvents, versions);
    }

    @Bean
    PastResources pastResources(DataSource dataSource, DatabaseSchema schema, StoredVersions versions) {
        return new PastResources(dataSource, versions);
    }

    @Bean
    PatientRecords patientRecords(DaoRegistry daos, Histories histories, ObjectProvider<AccessControl> access) {
        PatientRecords open = (id, request) -> histories.ofRecord(id).orElseGet(() -> {
            // HAPI knows what to say of a patient that is not there.
            daos.getResourceDao("Patient").read(new IdType("Patient", id), request);
            return histories.of(id);
        });
        return access.stream().findFirst().map(one -> one.guard(open)).orElse(open);
    }

    @Bean
    ObservationRecords observationRecords(DaoRegistry daos, Histories histories, ObjectProvider<AccessControl> access) {
        ObservationRecords open = (id, request) ->
                (Observation) daos.getResourceDao("Observation").read(new IdType("Observation", id), request);
        return access.stream()
                .findFirst()
                .map(one -> one.guard(open, histories))
                .orElse(open);
    }

    @Bean
    HarmoniseBmdProvider harmoniseBmd(
            Guidelines guidelines,
            Histories histories,
            ObservationRecords observations,
            ResourceEvents resourceEvents,
            ResourceCheck resourceCheck) {
        return new HarmoniseBmdProvider(guidelines, histories, observations, resourceEvents, resourceCheck);
    }

    @Bean
    ResourceCheck resourceCheck(ProfileValidation validation, KedjaSettings settings) {
        return settings.validation().enabled() ? validation::check : resource -> {};
    }

    @Bean
    FractureChainProvider fractureChain(
            Guidelines guidelines, PatientRecords patients, PostedRecords posted, Clock clock) {
        return new FractureChainProvider(guidelines, patients, posted, clock);
    }

    @Bean
    PostedRecords postedRecords(ResourceEvents resourceEvents, ResourceCheck resourceCheck) {
        return new PostedRecords(new BundleEvents(resourceEvents), resourceCheck);
    }

    @Bean
    NextActionsProvider nextActions(Guidelines guidelines, PatientRecords patients, Clock clock) {
        return new NextActionsProvider(guidelines, patients, clock);
    }
}
