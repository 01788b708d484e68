package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.Event;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import health.kedja.pathway.NoticeCode;
import health.kedja.pathway.PreventionMeasures;
import health.kedja.pathway.Treatment;
import health.kedja.pathway.TreatmentCourses;
import health.kedja.server.GuidelineFiles;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses of treatment and preventive measures, from the guideline file to the parts of the answer. */
class CareParametersTest {

    private static final LocalDate AS_OF = LocalDate.parse("2024-08-31");
    private static final Guideline GUIDELINE = guideline();
    private static final History HISTORY = History.of(List.of(
            Event.of(Kind.BIRTH, LocalDate.parse("1950-01-01"), "Patient/1"),
            Event.of(Kind.FRACTURE, LocalDate.parse("2024-01-01"), "Condition/1")
                    .withCode("S720"),
            Event.of(Kind.DRUG_DISPENSED, LocalDate.parse("2023-01-01"), "MedicationDispense/1")
                    .withCode("M05BA04")
                    .withValue(90),
            Event.of(Kind.DRUG_DISPENSED, LocalDate.parse("2023-05-31"), "MedicationDispense/2")
                    .withCode("M05BA04")
                    .withValue(90),
            Event.of(Kind.DRUG_ADMINISTERED, LocalDate.parse("2024-02-01"), "MedicationAdministration/1")
                    .withCode("M05BX04"),
            Event.of(Kind.LIFESTYLE_ADVICE, LocalDate.parse("2024-02-02"), "Procedure/1")
                    .withCode("tobacco"),
            Event.of(Kind.NOT_DONE, LocalDate.parse("2024-02-03"), "Procedure/2")
                    .withCode("lifestyle-advice:diet")
                    .withQualifier("declined")));

    @Test
    void a_course_is_told_in_all_its_parts() {
        List<ParametersParameterComponent> courses = courses(Locale.ENGLISH);

        assertThat(courses).hasSize(2).allMatch(course -> course.getName().equals("treatmentCourse"));
        assertThat(parts(courses.get(0)))
                .containsExactly(
                        "drug alendronate",
                        "class oral-bisphosphonate",
                        "status stopped",
                        "start 2023-01-01",
                        "classStart 2023-01-01",
                        "treatmentStart 2023-01-01",
                        "lastDay 2023-08-28",
                        "coveredUntil 2023-08-28",
                        "stopped 2023-08-29",
                        "endReason gap",
                        "courseDays 240",
                        "coveredDays 180",
                        "proportionOfDaysCovered 0.75",
                        "medicationPossessionRatio 0.75",
                        "proportionOfDaysCoveredLastYear 0.75",
                        "medicationPossessionRatioLastYear 0.75",
                        "gap 2023-04-01/2023-05-30",
                        "evidence MedicationDispense/1",
                        "evidence MedicationDispense/2",
                        "rule D32",
                        "certainty unconfirmed");
        assertThat(parts(courses.get(1)))
                .containsExactly(
                        "drug denosumab",
                        "class denosumab",
                        "status ongoing",
                        "start 2024-02-01",
                        "classStart 2024-02-01",
                        "treatmentStart 2024-02-01",
                        "lastDay 2024-08-31",
                        "coveredUntil 2024-08-01",
                        "courseDays 213",
                        "coveredDays 183",
                        "proportionOfDaysCovered 0.86",
                        "medicationPossessionRatio 0.86",
                        "proportionOfDaysCoveredLastYear 0.86",
                        "medicationPossessionRatioLastYear 0.86",
                        "nextDoseDue 2024-08-01",
                        "controlDensityDue 2026-02-01",
                        "evidence MedicationAdministration/1",
                        "rule D32",
                        "certainty unconfirmed");
    }

    @Test
    void adherence_over_switches_is_told_in_all_its_parts() {
        List<ParametersParameterComponent> told = adherence(Locale.ENGLISH);

        // The courses are more than 90 days apart: two times on any drug, and one on each class.
        assertThat(told)
                .extracting(one -> parts(one).get(0) + ", " + parts(one).get(1))
                .containsExactly(
                        "scope any-drug, drug alendronate",
                        "scope any-drug, drug denosumab",
                        "scope class, class oral-bisphosphonate",
                        "scope class, class denosumab");
        assertThat(parts(told.get(2)))
                .startsWith(
                        "scope class",
                        "class oral-bisphosphonate",
                        "drug alendronate",
                        "start 2023-01-01",
                        "lastDay 2023-08-28",
                        "days 240",
                        "coveredDays 180",
                        "proportionOfDaysCovered 0.75",
                        "proportionOfDaysCoveredLastYear 0.75",
                        "text Oral bisphosphonate: 180 of 240 days covered",
                        "evidence MedicationDispense/1",
                        "evidence MedicationDispense/2",
                        "rule D32")
                .last()
                .isEqualTo("certainty unconfirmed");
        assertThat(parts(adherence(Locale.forLanguageTag("sv")).get(1)))
                .contains("text Något benspecifikt läkemedel: 183 av 213 dagar täckta");
        assertThat(parts(adherence(Locale.forLanguageTag("da")).get(1)))
                .contains("text Et knoglespecifikt lægemiddel: 183 af 213 dage dækket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_sv", "_da"})
    void every_language_has_words_for_adherence_to_each_class(String suffix) throws Exception {
        List<String> keys = Stream.concat(
                        Stream.of("covered", "any-drug"),
                        GUIDELINE.course().regimens().stream()
                                .map(regimen -> "class." + regimen.drugClass())
                                .distinct())
                .toList();
        assertThat(words("adherence", suffix).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void a_notice_carries_its_rule_source_and_certainty_in_the_language_of_the_reader() {
        LocalDate later = AS_OF.plusDays(1);
        Parameters answer = new Parameters();
        new CourseParameters(Locale.forLanguageTag("sv")).add(answer, TreatmentCourses.of(HISTORY, GUIDELINE, later));

        ParametersParameterComponent notice = answer.getParameter().get(1).getPart().stream()
                .filter(part -> part.getName().equals("notice"))
                .findFirst()
                .orElseThrow();
        CodeableConcept code = (CodeableConcept) notice.getPart().get(0).getValue();
        assertThat(code.getText()).startsWith("Denosumab är försenat");
        assertThat(code.getCodingFirstRep().getCode()).isEqualTo("rebound-risk");
        assertThat(code.getCodingFirstRep().getSystem())
                .isEqualTo("https://kedja.health/fhir/CodeSystem/kedja-course-notice");
        assertThat(code.getCodingFirstRep().getDisplay()).startsWith("Denosumab is overdue");
        assertThat(parts(notice).subList(1, 4))
                .containsExactly("since 2024-09-01", "evidence MedicationAdministration/1", "rule D35");
        assertThat(parts(notice).get(4)).startsWith("source Läkemedelsverket 2020");
        assertThat(parts(notice).get(5)).isEqualTo("certainty unconfirmed");
    }

    @Test
    void a_measure_is_told_in_all_its_parts() {
        List<ParametersParameterComponent> measures = measures(Locale.forLanguageTag("da"));

        assertThat(measures).hasSize(12).allMatch(one -> one.getName().equals("preventionMeasure"));
        assertThat(text(measures.get(5))).isEqualTo("Rygning og anden tobak");
        assertThat(parts(measures.get(5)).subList(1, 5))
                .containsExactly("status done", "done 2024-02-02", "evidence Procedure/1", "rule D17");
        assertThat(parts(measures.get(7)).subList(1, 3)).containsExactly("status declined", "declined 2024-02-03");
        assertThat(((CodeableConcept) measures.get(7).getPart().get(3).getValue()).getText())
                .isEqualTo("Patienten afslog");
        assertThat(text(measures(Locale.forLanguageTag("sv")).get(5))).isEqualTo("Rökning och annan tobak");
        assertThat(text(measures(Locale.FRENCH).get(5))).isEqualTo("Smoking and other tobacco");
    }

    @Test
    void a_measure_of_a_region_has_the_words_of_its_file() {
        CodeableConcept own = new Words("prevention", "kedja-measure", Locale.ENGLISH).of("dance", "Dans");

        assertThat(own.getText()).isEqualTo("Dans");
        assertThat(own.getCoding()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_sv", "_da"})
    void every_language_has_the_same_words(String suffix) throws Exception {
        assertThat(words("course", suffix).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(NoticeCode.values()).map(NoticeCode::token).toList());
        assertThat(words("prevention", suffix).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(GUIDELINE.prevention().measures().stream()
                        .map(measure -> measure.id())
                        .toList());
        assertThat(words("course", suffix).values())
                .noneMatch(text -> text.toString().isBlank());
        assertThat(words("prevention", suffix).values())
                .noneMatch(text -> text.toString().isBlank());
    }

    private static Properties words(String name, String suffix) throws Exception {
        Properties words = new Properties();
        String file = name + suffix + ".properties";
        try (var in = new InputStreamReader(CourseParameters.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    private static List<ParametersParameterComponent> courses(Locale reader) {
        Parameters answer = new Parameters();
        new CourseParameters(reader).add(answer, TreatmentCourses.of(HISTORY, GUIDELINE, AS_OF));
        return answer.getParameter();
    }

    private static List<ParametersParameterComponent> adherence(Locale reader) {
        Parameters answer = new Parameters();
        new CourseParameters(reader).add(answer, Treatment.of(HISTORY, GUIDELINE, AS_OF));
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("treatmentAdherence"))
                .toList();
    }

    private static List<ParametersParameterComponent> measures(Locale reader) {
        FractureChain chain =
                FractureChain.evaluate(HISTORY, GUIDELINE, AS_OF).chains().get(0);
        ParametersParameterComponent out = new ParametersParameterComponent();
        new PreventionParameters(reader).add(out, PreventionMeasures.of(HISTORY, GUIDELINE, chain, AS_OF));
        return out.getPart();
    }

    private static String text(ParametersParameterComponent measure) {
        return ((CodeableConcept) measure.getPart().get(0).getValue()).getText();
    }

    private static List<String> parts(ParametersParameterComponent out) {
        return out.getPart().stream()
                .map(part -> part.getName() + " " + (part.getValue() == null ? "" : words(part.getValue())))
                .toList();
    }

    private static String words(Type value) {
        if (value instanceof Period period) {
            return period.getStartElement().getValueAsString() + "/"
                    + period.getEndElement().getValueAsString();
        }
        if (value instanceof org.hl7.fhir.r4.model.Reference reference) {
            return reference.getReference();
        }
        return value instanceof CodeableConcept concept ? concept.getText() : value.primitiveValue();
    }

    private static Guideline guideline() {
        try (InputStream in = Files.newInputStream(Path.of("profiles/guidelines/se-psvf-2021.yaml"))) {
            return GuidelineFiles.read("se-psvf-2021.yaml", in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
