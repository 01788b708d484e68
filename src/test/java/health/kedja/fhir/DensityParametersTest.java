package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.ChainReport;
import health.kedja.pathway.Event;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import health.kedja.pathway.PatientCare;
import health.kedja.server.GuidelineFiles;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bone density and FRAMO as parts of the answer. */
class DensityParametersTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Guideline PSVF =
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard();
    private static final Event SCANNER =
            Event.of(Kind.SCANNER, null, "Device/1").withCode("hologic").withQualifier("Hologic, Inc.");

    @Test
    void a_comparable_bone_density_says_how_it_was_made_comparable() {
        ParametersParameterComponent part = densities(Locale.ENGLISH, SCANNER, bmd("Observation/1", DAY, 0.7))
                .getParameterFirstRep();

        assertThat(part.getName()).isEqualTo("boneDensity");
        assertThat(text(part))
                .containsExactly(
                        "resource=Observation/1",
                        "date=2025-06-01",
                        "region=total-hip",
                        "device=Device/1",
                        "manufacturer=Hologic, Inc.",
                        "maker=hologic",
                        "bmd=0.700 g/cm2",
                        "comparable=true",
                        "standardisedBmd=711.6 mg/cm2",
                        "formula=sbmd-total-hip-hologic",
                        "citation=Hanson 1997 (citation unconfirmed); University of Washington, Bone densitometry:"
                                + " standardised BMD equations",
                        "certainty=confirmed",
                        "tScoreRecomputed=-2.0",
                        "reference=NHANES-HIP",
                        "referenceSource=NHANES III, white women 20-29 years (Looker 1998); numbers not confirmed",
                        "referenceCertainty=unconfirmed");
    }

    @Test
    void a_t_score_that_was_sent_is_shown_beside_the_recomputed_one_and_decides() {
        Parameters scored = densities(
                Locale.ENGLISH, SCANNER, bmd("Observation/1", DAY, 0.7), tScore("Observation/2", "total-hip", -2.6));
        assertThat(scored.getParameter()).hasSize(1);
        assertThat(text(scored.getParameterFirstRep()))
                .contains(
                        "tScoreSent=-2.6", "tScoreResource=Observation/2", "tScoreRecomputed=-2.0", "deciding=as-sent");
    }

    @ParameterizedTest
    @CsvSource({
        "en,Scanner not stated",
        "sv,Mätapparat inte angiven",
        "da,Apparat ikke angivet",
        "fi,Scanner not stated"
    })
    void what_cannot_be_compared_says_why_in_the_language_of_the_reader(String language, String words) {
        ParametersParameterComponent part = densities(Locale.forLanguageTag(language), bmd("Observation/1", DAY, 0.7))
                .getParameterFirstRep();

        assertThat(text(part)).contains("comparable=false").noneMatch(one -> one.startsWith("standardised"));
        CodeableConcept reason = (CodeableConcept) value(part, "notComparable");
        assertThat(reason.getText()).isEqualTo(words);
        assertThat(reason.getCodingFirstRep().getCode()).isEqualTo("scanner-unknown");
        assertThat(reason.getCodingFirstRep().getSystem())
                .isEqualTo("https://kedja.health/fhir/CodeSystem/kedja-not-comparable");
        assertThat(reason.getCodingFirstRep().getDisplay()).isEqualTo("Scanner not stated");
    }

    @Test
    void a_change_names_what_it_is_held_against() {
        ParametersParameterComponent newest = densities(
                        Locale.ENGLISH,
                        SCANNER,
                        bmd("Observation/1", DAY.minusYears(2), 0.8),
                        bmd("Observation/2", DAY, 0.7))
                .getParameterFirstRep();

        ParametersParameterComponent change = newest.getPart().stream()
                .filter(part -> part.getName().equals("change"))
                .findFirst()
                .orElseThrow();
        assertThat(text(change))
                .containsExactly(
                        "since=2023-06-01",
                        "resource=Observation/1",
                        "percent=-12.5",
                        "sameScanner=true",
                        "basis=bmd",
                        "leastSignificantPercent=5.0",
                        "real=true",
                        "judgement=Real change: at or beyond the least significant change",
                        "rule=LSC-1",
                        "ruleSource=Least precision of a centre by the International Society for Clinical"
                                + " Densitometry; to be measured by each centre",
                        "ruleCertainty=unconfirmed");
    }

    @Test
    void single_vertebrae_say_whether_they_count() {
        Parameters answer = densities(
                Locale.ENGLISH,
                tScore("Observation/1", "lumbar-1", -2.0),
                tScore("Observation/2", "lumbar-2", -2.1),
                tScore("Observation/3", "lumbar-3", -0.5),
                tScore("Observation/4", "lumbar-4", -2.2));

        ParametersParameterComponent scan = answer.getParameter().stream()
                .filter(part -> part.getName().equals("lumbarVertebrae"))
                .findFirst()
                .orElseThrow();
        assertThat(text(scan)).contains("usable=true", "meanTScore=-2.1", "rule=DKS-SPINE");
        assertThat(scan.getPart().stream().filter(part -> part.getName().equals("vertebra")))
                .extracting(part -> String.join(" ", text(part)))
                .contains("region=lumbar-3 tScore=-0.5 outcome=differs-from-neighbour resource=Observation/3");
    }

    @Test
    void framo_is_labelled_as_what_it_is_and_says_what_is_missing() {
        ParametersParameterComponent framo = framo(Locale.forLanguageTag("sv"));

        assertThat(text(framo))
                .contains(
                        "label=FRAMO (fyra frågor). Inte FRAX och ersätter inte FRAX; en kliniker beslutar",
                        "missing=age",
                        "missing=weight",
                        "missing=rise-up",
                        "rule=FRAMO");
        CodeableConcept risk = (CodeableConcept) value(framo, "risk");
        assertThat(risk.getText()).isEqualTo("Kan inte avgöras");
        assertThat(risk.getCodingFirstRep().getCode()).isEqualTo("undecided");
        assertThat(framo.getPart().stream().filter(part -> part.getName().equals("score")))
                .isEmpty();
        assertThat(framo.getPart().stream().filter(part -> part.getName().equals("answer")))
                .extracting(part -> String.join(" ", text(part)))
                .contains("question=prior-fracture text=Fragilitetsfraktur answer=yes evidence=Condition/1");
    }

    @Test
    void a_decided_framo_says_so() {
        ParametersParameterComponent framo = framo(
                Locale.ENGLISH,
                Event.of(Kind.BIRTH, LocalDate.of(1940, 1, 1), "Patient/1"),
                Event.of(Kind.BODY_WEIGHT, DAY, "Observation/1").withValue(70),
                Event.of(Kind.IMPAIRED_RISE_UP, DAY, "Observation/2").withValue(0));

        assertThat(((CodeableConcept) value(framo, "risk")).getCodingFirstRep().getCode())
                .isEqualTo("high");
        assertThat(text(framo)).contains("score=2").noneMatch(one -> one.startsWith("missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_sv", "_da"})
    void every_language_has_the_same_words(String language) throws IOException {
        assertThat(words(language).stringPropertyNames())
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(words("").stringPropertyNames());
        assertThat(words(language).values())
                .allSatisfy(word -> assertThat((String) word).isNotBlank());
    }

    private static Properties words(String suffix) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                DensityParameters.class.getResourceAsStream("density" + suffix + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static ParametersParameterComponent framo(Locale reader, Event... more) {
        Event fracture =
                Event.of(Kind.FRACTURE, DAY.minusDays(10), "Condition/1").withCode("S720");
        History history =
                History.of(Stream.concat(Stream.of(fracture), Stream.of(more)).collect(Collectors.toList()));
        PatientCare care = PatientCare.of(history, PSVF, DAY, Map.of());
        ChainReport report = care.report();
        Parameters answer = new ChainParameters(reader).of(report, "Patient/1", DAY, PSVF.canonicalWithVersion());
        new FramoParameters(reader).addTo(answer, report, care::framo);
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("chain"))
                .flatMap(chain -> chain.getPart().stream())
                .filter(part -> part.getName().equals("framo"))
                .findFirst()
                .orElseThrow();
    }

    private static Parameters densities(Locale reader, Event... events) {
        Parameters answer = new Parameters();
        PatientCare care = PatientCare.of(History.of(List.of(events)), PSVF, DAY, Map.of());
        new DensityParameters(PSVF, reader).addTo(answer, care.boneDensities(), care.lumbarVertebrae());
        return answer;
    }

    private static Event bmd(String source, LocalDate day, double value) {
        return Event.of(Kind.BMD, day, source)
                .withQualifier("total-hip")
                .withDevice("Device/1")
                .withValue(value);
    }

    private static Event tScore(String source, String region, double value) {
        return Event.of(Kind.T_SCORE, DAY, source).withQualifier(region).withValue(value);
    }

    private static org.hl7.fhir.r4.model.Type value(ParametersParameterComponent out, String name) {
        return out.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** The parts with a simple value, as {@code name=value}. */
    private static List<String> text(ParametersParameterComponent out) {
        return out.getPart().stream()
                .filter(part -> part.hasValue() && !(part.getValue() instanceof CodeableConcept))
                .map(part -> part.getName() + "=" + text(part.getValue()))
                .toList();
    }

    private static String text(org.hl7.fhir.r4.model.Type value) {
        if (value instanceof Quantity quantity) {
            return quantity.getValue().toPlainString() + " " + quantity.getCode();
        }
        return value instanceof org.hl7.fhir.r4.model.Reference reference
                ? reference.getReference()
                : value.primitiveValue();
    }
}
