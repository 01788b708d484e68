package health.kedja.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.kedja.history.CurrentCohort;
import health.kedja.history.Histories;
import health.kedja.history.KnownPeople;
import health.kedja.history.PastCohorts;
import health.kedja.history.PastResources;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.completeness.CompletenessDefinitions;
import health.kedja.operation.ChainSources;
import health.kedja.operation.PastRecords;
import health.kedja.operation.PeopleInReach;
import health.kedja.operation.SubjectPeople;
import health.kedja.operation.SubjectRecords;
import health.kedja.operation.Transactions;
import health.kedja.operation.caregaps.CareGapsProvider;
import health.kedja.operation.collectdata.CollectDataProvider;
import health.kedja.operation.evaluatemeasure.EvaluateMeasureProvider;
import health.kedja.operation.evaluatemeasure.ReportJobs;
import health.kedja.operation.submitdata.SubmitDataProvider;
import health.kedja.pathway.Guidelines;
import health.kedja.server.access.AccessControl;
import java.time.Clock;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operations that ask for quality indicators. */
@Configuration(proxyBeanMethods = false)
class MeasureConfiguration {

    @Bean
    ReportJobs reportJobs(Clock clock, KedjaSettings settings, ObjectProvider<AccessControl> access) {
        return new ReportJobs(
                clock,
                settings.reports().kept(),
                request ->
                        access.stream().map(one -> one.who(request)).findFirst().orElse(""));
    }

    @Bean
    SubjectRecords subjectRecords(DaoRegistry daos, ObjectProvider<AccessControl> access) {
        SubjectRecords open = (type, id, request) -> daos.isResourceTypeSupported(type)
                ? (Resource) daos.getResourceDao(type).read(new IdType(type, id), request)
                : notStored(type, id);
        return access.stream().findFirst().map(one -> one.guard(open)).orElse(open);
    }

    private static Resource notStored(String type, String id) {
        throw new ResourceNotFoundException("No " + type + " is stored here, and so not " + type + "/" + id);
    }

    @Bean
    SubjectPeople subjectPeople(SubjectRecords records, Histories histories, ObjectProvider<AccessControl> access) {
        return new SubjectPeople(
                records,
                histories,
                access.stream().findFirst().map(one -> one.people(histories)).orElse(PeopleInReach.EVERYONE));
    }

    @Bean
    PastRecords pastRecords(PastResources resources, ObjectProvider<AccessControl> access) {
        PastRecords open = (names, until, request) -> resources.of(names, until);
        return access.stream().findFirst().map(one -> one.guard(open)).orElse(open);
    }

    @Bean
    @SuppressWarnings("java:S107") // Four operations, and what each of them needs.
    MeasureOperations measureOperations(
            Indicators indicators,
            CompletenessDefinitions completeness,
            Guidelines guidelines,
            SubjectPeople subjects,
            SubjectRecords records,
            CurrentCohort cohort,
            PastCohorts past,
            KnownPeople knownPeople,
            PastRecords pastRecords,
            ReportJobs jobs,
            Transactions transactions,
            KedjaSettings settings,
            Clock clock) {
        ChainSources chains = new ChainSources();
        return new MeasureOperations(List.of(
                new EvaluateMeasureProvider(
                        indicators, completeness, guidelines, subjects, cohort, past, chains, knownPeople, jobs, clock),
                new CareGapsProvider(
                        indicators, guidelines, subjects, records, cohort, past, knownPeople, pastRecords, clock),
                new CollectDataProvider(indicators, subjects, records, knownPeople, pastRecords, clock),
                new SubmitDataProvider(
                        indicators, transactions, settings.requests().maxBundleEntries())));
    }

    @Bean
    Transactions transactions(IFhirSystemDao<Bundle, ?> systemDao, ObjectProvider<AccessControl> access) {
        Transactions open = (transaction, request) -> systemDao.transaction(request, transaction);
        AccessControl control = access.getIfAvailable();
        return control == null ? open : control.guard(open);
    }
}
