import ca.uhn.fhir.context.FhirContext;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Evaluation;
import health.kedja.indicator.Question;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.server.IndicatorFiles;
import health.kedja.synthetic.Country;
import health.kedja.synthetic.FhirResources;
import health.kedja.synthetic.SyntheticCohort;
import health.kedja.synthetic.SyntheticPopulation;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cr.measure.MeasureEvaluationOptions;
import org.opencds.cqf.fhir.cr.measure.common.MeasurePeriodValidator;
import org.opencds.cqf.fhir.cr.measure.r4.R4MultiMeasureService;
import org.opencds.cqf.fhir.utility.monad.Eithers;
import org.opencds.cqf.fhir.utility.repository.InMemoryFhirRepository;

/**
 * SOS-07 by the cqframework engine and by Kedja, for the same synthetic people. The engine gets all that can help it: no
 * database and no server, each patient's resources in memory in a repository of their own, compiled libraries kept.
 * Arguments: how many people, how many rounds.
 */
final class CqlBench {

    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);
    private static final LocalDate TO = LocalDate.of(2022, 12, 31);

    public static void main(String[] arguments) throws Exception {
        int people = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        SyntheticPopulation population = new SyntheticPopulation(people, 1, Country.SE);
        Counts expected = kedja(population);
        FhirContext context = FhirContext.forR4Cached();
        Library library = library();
        Measure measure = measure();
        FhirResources resources = new FhirResources(Country.SE);
        List<R4MultiMeasureService> services = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        MeasureEvaluationOptions options = MeasureEvaluationOptions.defaultOptions();
        options.setEvaluationSettings(EvaluationSettings.getDefault()
                .withLibraryCache(new ConcurrentHashMap<>())
                .withModelCache(new ConcurrentHashMap<>())
                .withValueSetCache(new ConcurrentHashMap<>()));
        long count = 0;
        for (int i = 0; i < people; i++) {
            Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
            bundle.addEntry().setResource(library);
            bundle.addEntry().setResource(measure);
            for (Resource resource : resources.of(population.person(i))) {
                resource.setId(new IdType(resource.fhirType(), resource.getIdElement().getIdPart()));
                bundle.addEntry().setResource(resource);
                count++;
            }
            ids.add(bundle.getEntry().get(2).getResource().getIdElement().getIdPart());
            services.add(new R4MultiMeasureService(
                    new InMemoryFhirRepository(context, bundle), options, "http://localhost/fhir", new MeasurePeriodValidator()));
        }
        say("== cqframework 4.4.0, no server and no database: %,d people, %,d resources in memory", people, count);
        for (int round = 1; round <= rounds; round++) {
            double cpu = cpuSeconds();
            long start = System.nanoTime();
            int[] found = new int[3];
            for (int i = 0; i < people; i++) {
                add(found, evaluate(services.get(i), measure, ids.get(i)));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            cpu = cpuSeconds() - cpu;
            say("round %d: %.1f s, %.1f s of CPU: %.0f patients a second of CPU; initial %d, denominator %d, numerator %d",
                    round, seconds, cpu, people / cpu, found[0], found[1], found[2]);
            if (found[1] != expected.denominator() || found[2] != expected.numerator()) {
                throw new IllegalStateException("Kedja counted " + expected);
            }
        }
        say("the same denominator and numerator as Kedja");
    }

    private static MeasureReport evaluate(R4MultiMeasureService service, Measure measure, String id) {
        return service.evaluate(
                Eithers.forMiddle3(new IdType("Measure/sos-07")),
                FROM.atStartOfDay(ZoneOffset.UTC),
                TO.atTime(23, 59, 59).atZone(ZoneOffset.UTC),
                "subject", "Patient/" + id, null, null, null, null, null, null, null, null);
    }

    private static void add(int[] found, MeasureReport report) {
        var populations = report.getGroupFirstRep().getPopulation();
        for (int i = 0; i < found.length; i++) {
            found[i] += populations.get(i).getCount();
        }
    }

    private static Counts kedja(SyntheticPopulation population) {
        Cohort cohort = SyntheticCohort.of(population);
        Question question = new Question(FROM, TO, TO, List.of(), Optional.empty(), Optional.empty(), 0);
        return Evaluation.of(IndicatorFiles.load().find("SOS-07").orElseThrow(), question, cohort, null).whole().counts();
    }

    private static Library library() throws Exception {
        Library library = new Library();
        library.setId("Library/SOS07");
        library.setUrl("http://localhost/fhir/Library/SOS07").setVersion("1.0.0").setName("SOS07");
        library.setStatus(PublicationStatus.ACTIVE);
        library.setType(concept("http://terminology.hl7.org/CodeSystem/library-type", "logic-library"));
        library.addContent().setContentType("text/cql").setData(Files.readAllBytes(Path.of("bench/cql/SOS07.cql")));
        return library;
    }

    private static Measure measure() {
        Measure measure = new Measure();
        measure.setId("Measure/sos-07");
        measure.setUrl("http://localhost/fhir/Measure/sos-07").setVersion("1.0.0").setName("SOS07Measure");
        measure.setStatus(PublicationStatus.ACTIVE);
        measure.setScoring(concept("http://terminology.hl7.org/CodeSystem/measure-scoring", "proportion"));
        measure.addLibrary("http://localhost/fhir/Library/SOS07|1.0.0");
        Measure.MeasureGroupComponent group = measure.addGroup();
        group.setId("group");
        for (String[] each : new String[][] {
            {"initial-population", "Initial Population"}, {"denominator", "Denominator"}, {"numerator", "Numerator"}}) {
            group.addPopulation()
                    .setCode(concept("http://terminology.hl7.org/CodeSystem/measure-population", each[0]))
                    .setCriteria(new Expression().setLanguage("text/cql-identifier").setExpression(each[1]))
                    .setId(each[0]);
        }
        return measure;
    }

    private static CodeableConcept concept(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
