package health.kedja.operation.evaluatemeasure;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.history.Audience;
import health.kedja.history.CurrentCohort;
import health.kedja.history.KnownPeople;
import health.kedja.history.PastCohorts;
import health.kedja.indicator.Definition;
import health.kedja.indicator.Indicators;
import health.kedja.indicator.completeness.CompletenessDefinitions;
import health.kedja.operation.Accepted;
import health.kedja.operation.BadParameter;
import health.kedja.operation.ChainSources;
import health.kedja.operation.MeasureParameters;
import health.kedja.operation.OperationInput;
import health.kedja.operation.SubjectPeople;
import health.kedja.pathway.Guidelines;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** The doors of {@code $evaluate-measure}: one measure, several, and how far a late answer has come. */
public final class EvaluateMeasureProvider {

    private static final String NAME = "$evaluate-measure";
    private static final String STATUS = "$evaluate-measure-status";
    private static final String DEFINITION = "https://kedja.health/fhir/OperationDefinition/evaluate-measure";
    private static final String STATUS_DEFINITION =
            "https://kedja.health/fhir/OperationDefinition/evaluate-measure-status";

    private final Indicators indicators;
    private final List<Definition> definitions;
    private final Guidelines guidelines;
    private final SubjectPeople subjects;
    private final Reports reports;
    private final ReportJobs jobs;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public EvaluateMeasureProvider(
            Indicators indicators,
            CompletenessDefinitions completeness,
            Guidelines guidelines,
            SubjectPeople subjects,
            CurrentCohort cohort,
            PastCohorts past,
            ChainSources chainSources,
            KnownPeople knownPeople,
            ReportJobs jobs,
            Clock clock) {
        this.indicators = indicators;
        List<Definition> all = new ArrayList<>(indicators.all());
        all.addAll(completeness.all());
        this.definitions = List.copyOf(all);
        this.guidelines = guidelines;
        this.subjects = subjects;
        this.reports = new Reports(cohort, past, chainSources, knownPeople, clock);
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The result of one measure. */
    @Operation(name = NAME, type = Measure.class, idempotent = true, canonicalUrl = DEFINITION)
    public Resource ofMeasure(@IdParam IdType id, @ResourceParam Parameters body, RequestDetails request) {
        Definition definition = MeasureParameters.ofInstance(id.getIdPart(), definitions);
        OperationInput input =
                OperationInput.read(request, body, EvaluateMeasureRequest.ONCE, EvaluateMeasureRequest.OFTEN);
        return answer(parse(input, List.of(definition), true), request);
    }

    /** The results of the measures named, or of all quality indicators. */
    @Operation(name = NAME, type = Measure.class, idempotent = true, canonicalUrl = DEFINITION)
    public Resource ofMeasures(@ResourceParam Parameters body, RequestDetails request) {
        OperationInput input =
                OperationInput.read(request, body, EvaluateMeasureRequest.ONCE, EvaluateMeasureRequest.OFTEN_ON_TYPE);
        List<String> names = input.texts("measure");
        List<Definition> named =
                names.isEmpty() ? List.copyOf(indicators.all()) : MeasureParameters.named(names, definitions);
        return answer(parse(input, named, names.size() == 1), request);
    }

    private EvaluateMeasureRequest parse(OperationInput input, List<Definition> asked, boolean single) {
        return EvaluateMeasureRequest.parse(input, asked, single, guidelines, clock);
    }

    private Resource answer(EvaluateMeasureRequest asked, RequestDetails request) {
        Audience audience = subjects.audience(request);
        Optional<Set<String>> people = subjects.of(asked.subject(), request);
        if (asked.subject().filter(subject -> !subject.isUnit()).isPresent()) {
            people.ifPresent(all -> refuseTooFew(asked, all.size()));
        }
        if (request.getHeaders("Prefer").stream().noneMatch(preference -> preference.contains("respond-async"))) {
            return ReportAnswer.of(asked, reports.of(asked, audience, people, (done, of) -> true), request);
        }
        String job = jobs.submit(asked, request, progress -> reports.of(asked, audience, people, progress));
        Accepted accepted = new Accepted("The report is being made. Ask for it where Content-Location says.");
        accepted.addResponseHeader(
                "Content-Location", request.getFhirServerBase() + "/Measure/" + STATUS + "?job=" + job);
        throw accepted;
    }

    /** Of a few people chosen by whoever asks, even that nobody is counted tells something about each of them. */
    private static void refuseTooFew(EvaluateMeasureRequest asked, int people) {
        if (asked.type() == ReportType.POPULATION && people > 0 && people < asked.suppressBelow()) {
            throw BadParameter.of(
                    "subject",
                    asked.subject().orElseThrow().reference() + " stands for " + people + " patient"
                            + (people == 1 ? "" : "s") + ", fewer than the " + asked.suppressBelow()
                            + " below which numbers are withheld. Give a larger Group; or, with the right to see patients,"
                            + " suppressBelow=0 or another reportType.");
        }
    }

    /** How far a late answer has come, and the answer when it is there; DELETE gives it up. */
    @Operation(
            name = STATUS,
            type = Measure.class,
            idempotent = true,
            deleteEnabled = true,
            canonicalUrl = STATUS_DEFINITION)
    public Resource status(RequestDetails request) {
        String id = OperationInput.read(request, null, Set.of("job"))
                .text("job")
                .orElseThrow(() -> BadParameter.of("job", "is missing. Use the address in Content-Location."));
        ReportJobs.Job job = jobs.find(id, request)
                .orElseThrow(() -> BadParameter.notFound(
                        "job", "there is no such report: it was fetched long ago or given up, or never asked for."));
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            jobs.cancel(id);
            throw new Accepted("The report is given up.");
        }
        Optional<List<Made>> result = job.result();
        if (result.isEmpty()) {
            Accepted accepted = new Accepted("The report is being made: " + job.progress() + " done.");
            accepted.addResponseHeader("X-Progress", job.progress());
            accepted.addResponseHeader("Retry-After", "1");
            throw accepted;
        }
        return ReportAnswer.late(job.asked(), result.get(), request);
    }
}
