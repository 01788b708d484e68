package health.kedja.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.kedja.history.CurrentCohort;
import health.kedja.history.Histories;
import health.kedja.indicator.Indicators;
import health.kedja.operation.ChainSources;
import health.kedja.operation.SubjectPeople;
import health.kedja.operation.evaluatemeasure.EvaluateMeasureProvider;
import health.kedja.operation.evaluatemeasure.ReportJobs;
import health.kedja.pathway.Guidelines;
import java.time.Clock;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operations that ask for quality indicators. */
@Configuration(proxyBeanMethods = false)
class MeasureConfiguration {

    @Bean
    ReportJobs reportJobs(Clock clock, KedjaSettings settings) {
        return new ReportJobs(clock, settings.reports().kept());
    }

    @Bean
    SubjectPeople subjectPeople(DaoRegistry daos, Histories histories) {
        return new SubjectPeople(
                (type, id, request) -> (Resource) daos.getResourceDao(type).read(new IdType(type, id), request),
                histories);
    }

    @Bean
    MeasureOperations measureOperations(
            Indicators indicators,
            Guidelines guidelines,
            SubjectPeople subjects,
            CurrentCohort cohort,
            Histories histories,
            ReportJobs jobs,
            Clock clock) {
        ChainSources chains = new ChainSources();
        return new MeasureOperations(List.of(
                new EvaluateMeasureProvider(indicators, guidelines, subjects, cohort, chains, histories, jobs, clock)));
    }
}
