package health.kedja.operation.caregaps;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.history.Records;
import health.kedja.operation.HipFractures;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code $care-gaps} over HTTP. */
class CareGapsTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String YEAR = "periodStart=2021-01-01&periodEnd=2021-12-31&asOf=2023-12-31";

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private List<Bundle> documents(String query) {
        return http.get("Measure/$care-gaps?" + query).expect(200).as(Parameters.class).getParameter().stream()
                .map(one -> (Bundle) one.getResource())
                .toList();
    }

    private static <T> List<T> all(Bundle document, Class<T> type) {
        return document.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static String status(DetectedIssue issue) {
        return ((CodeableConcept) issue.getModifierExtension().get(0).getValue())
                .getCodingFirstRep()
                .getCode();
    }

    @Test
    void a_patient_without_treatment_has_open_gaps_of_the_chain_and_of_the_indicator() {
        String patient = new HipFractures(http).add("female", false).people().get(0);

        Bundle document =
                documents(YEAR + "&measure=SOS-07&subject=Patient/" + patient).get(0);

        assertThat(document.getType()).isEqualTo(BundleType.DOCUMENT);
        assertThat(document.getIdentifier().getValue()).startsWith("urn:uuid:");
        Composition composition = (Composition) document.getEntryFirstRep().getResource();
        assertThat(composition.getType().getCodingFirstRep().getCode()).isEqualTo("96315-7");
        assertThat(composition.getSection())
                .extracting(Composition.SectionComponent::getTitle)
                .first()
                .isEqualTo("Fracture chain");
        assertThat(composition.getSection()).anyMatch(one -> one.getTitle().startsWith("SOS-07 "));
        assertThat(all(document, Patient.class)).hasSize(1);
        List<DetectedIssue> issues = all(document, DetectedIssue.class);
        assertThat(issues).isNotEmpty().allSatisfy(one -> {
            assertThat(one.getCode().getCodingFirstRep().getCode()).isEqualTo("CAREGAP");
            assertThat(status(one)).isIn("open-gap", "prospective-gap");
        });
        assertThat(issues)
                .anyMatch(one -> one.getDetail()
                        .startsWith("The step bone-density for the fracture of 2021-03-01 is"
                                + " overdue; the last day on time was"));
        MeasureReport report = all(document, MeasureReport.class).get(0);
        assertThat(report.getMeasure()).contains("SOS-07");
        assertThat(report.getSubject().getReference()).isEqualTo("Patient/" + patient);
        assertThat(issues).anyMatch(one -> one.hasEvidence() && status(one).equals("open-gap"));
    }

    @Test
    void what_is_done_is_a_closed_gap_and_told_only_when_asked_for() {
        String patient = new HipFractures(http).add("female", true).people().get(0);
        String query = YEAR + "&measure=SOS-07&subject=Patient/" + patient;

        assertThat(documents(query))
                .flatExtracting(one -> all(one, MeasureReport.class))
                .isEmpty();
        assertThat(documents(query + "&status=closed-gap"))
                .flatExtracting(one -> all(one, MeasureReport.class))
                .hasSize(1);
    }

    @Test
    void a_follow_up_that_is_not_over_is_a_prospective_gap() {
        String patient = new HipFractures(http).add("female", false).people().get(0);

        Bundle document = documents(
                        "periodStart=2021-01-01&periodEnd=2021-12-31&asOf=2021-05-01&measure=SOS-07&subject="
                                + "Patient/" + patient)
                .get(0);

        DetectedIssue ofIndicator = all(document, DetectedIssue.class).stream()
                .filter(DetectedIssue::hasEvidence)
                .findFirst()
                .orElseThrow();
        assertThat(status(ofIndicator)).isEqualTo("prospective-gap");
    }

    @Test
    void the_members_of_a_group_and_the_patients_of_a_unit_have_a_document_each() {
        HipFractures people = new HipFractures(http).add("female", false).add("male", false);

        assertThat(documents(YEAR + "&subject=" + people.group())).hasSize(2);
        assertThat(documents(YEAR + "&subject=" + people.unit())).hasSize(2);
        assertThat(documents(YEAR + "&subject=" + new HipFractures(http).group()))
                .isEmpty();
    }

    /** What a document tells, without the ids that each is given anew. */
    private static List<String> told(Bundle document) {
        List<String> told = new ArrayList<>();
        told.add(all(document, Patient.class).get(0).getIdElement().getIdPart());
        all(document, DetectedIssue.class)
                .forEach(one -> told.add(status(one) + " " + one.getDetail() + " "
                        + one.getImplicated().stream()
                                .map(Reference::getReference)
                                .toList()));
        all(document, MeasureReport.class)
                .forEach(one -> told.add(one.getMeasure() + " "
                        + one.getGroupFirstRep().getPopulation().stream()
                                .map(MeasureReport.MeasureReportGroupPopulationComponent::getCount)
                                .toList()));
        return told;
    }

    @Test
    void the_gaps_of_one_are_those_of_the_same_person_among_others() {
        HipFractures people = new HipFractures(http)
                .add("female", false)
                .add("male", true)
                .add("female", true)
                .add("male", false);
        String statuses = "&status=open-gap&status=prospective-gap&status=closed-gap";

        List<List<String>> alone = people.people().stream()
                .map(patient -> documents(YEAR + statuses + "&subject=Patient/" + patient))
                .peek(documents -> assertThat(documents).hasSize(1))
                .map(documents -> told(documents.get(0)))
                .toList();

        assertThat(alone).allSatisfy(one -> assertThat(one).hasSizeGreaterThan(20));
        for (String subject : List.of(people.group(), people.unit())) {
            assertThat(documents(YEAR + statuses + "&subject=" + subject))
                    .as(subject)
                    .extracting(CareGapsTest::told)
                    .containsExactlyInAnyOrderElementsOf(alone);
        }
    }

    @Test
    void gaps_are_told_again_as_the_data_stood_then() {
        HipFractures people = new HipFractures(http).add("female", true).add("male", false);
        String treated = people.people().get(0);
        String untreated = people.people().get(1);
        List<String> subjects = List.of("Patient/" + treated, people.group(), people.unit());
        String statuses = YEAR + "&measure=SOS-07&status=open-gap&status=closed-gap&subject=";
        List<List<List<String>>> before = new ArrayList<>();
        Date told = null;
        for (String subject : subjects) {
            List<Bundle> documents = documents(statuses + subject);
            before.add(documents.stream().map(CareGapsTest::told).toList());
            told = documents.get(0).getTimestamp();
        }

        // A dispensation is withdrawn, another comes late, a name is corrected and a patient was never another's.
        http.delete("MedicationDispense/" + treated).expect(200);
        people.treat(untreated);
        http.put("Patient/" + untreated, Records.patient(untreated, "1990-01-01"))
                .expect(200);
        String late = new HipFractures(http).add("female", false).people().get(0);

        String then = "&lastReceivedOn=" + told.toInstant();
        for (int i = 0; i < subjects.size(); i++) {
            List<List<String>> again = documents(statuses + subjects.get(i) + then).stream()
                    .map(CareGapsTest::told)
                    .toList();
            assertThat(again).as(subjects.get(i)).containsExactlyInAnyOrderElementsOf(before.get(i));
            assertThat(documents(statuses + subjects.get(i)).stream()
                            .map(CareGapsTest::told)
                            .toList())
                    .isNotEqualTo(before.get(i));
        }
        Patient shown = documents(statuses + people.group() + then).stream()
                .flatMap(document -> all(document, Patient.class).stream())
                .filter(patient -> patient.getIdElement().getIdPart().equals(untreated))
                .findFirst()
                .orElseThrow();
        assertThat(shown.getBirthDateElement().getValueAsString()).isEqualTo("1940-01-01");
        assertThat(documents(statuses + "Patient/" + late + then)).isEmpty();
        assertThat(documents(statuses + "Patient/" + late)).hasSize(1);
    }

    @Test
    void a_record_that_was_merged_later_has_its_own_gaps_then_and_those_of_both_now() {
        HipFractures people = new HipFractures(http).add("female", false).add("female", false);
        String one = people.people().get(0);
        String other = people.people().get(1);
        String query = YEAR + "&measure=SOS-07&subject=Patient/";
        Bundle before = documents(query + one).get(0);

        http.put("Patient/" + one, Records.replacedPatient(one, other)).expect(200);

        assertThat(all(documents(query + one).get(0), Patient.class).get(0).getIdPart())
                .isEqualTo(other);
        Bundle again = documents(
                        query + one + "&lastReceivedOn=" + before.getTimestamp().toInstant())
                .get(0);
        assertThat(told(again)).isEqualTo(told(before));
        assertThat(again.getTimestamp()).isEqualTo(before.getTimestamp());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "periodStart=2021-01-01&subject=Patient/1 | periodEnd",
                "YEAR | subject",
                "YEAR&subject=Condition/1 | subject",
                "YEAR&subject=Patient/1&status=open | status",
                "periodStart=2022-01-01&periodEnd=2021-12-31&subject=Patient/1 | periodEnd",
                "periodStart=2021-02-30&periodEnd=2021-12-31&subject=Patient/1 | periodStart",
                "periodEnd=2021-12-31&subject=Patient/1 | periodStart",
                "YEAR&subject=Patient/1&lastReceivedOn=yesterday | lastReceivedOn",
                "YEAR&subject=Patient/1&stratifier=sex | stratifier",
                "YEAR&subject=Patient/1&standardPopulation=esp2013 | standardPopulation",
                "YEAR&subject=Patient/1&guideline=none-such | guideline",
                "YEAR&subject=Patient/1&measure=SOS-99 | measure",
                "periodStart=2024-01-01&periodEnd=2024-12-31&asOf=2023-12-31&subject=Patient/1 | periodStart"
            })
    void a_bad_question_names_the_parameter(String query, String parameter) {
        assertThat(http.get("Measure/$care-gaps?" + query.strip().replace("YEAR", YEAR))
                        .expect(400)
                        .diagnostics())
                .startsWith("Parameter '" + parameter.strip() + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient", "Group", "Organization"})
    void a_subject_that_is_not_there_is_404(String type) {
        assertThat(http.get("Measure/$care-gaps?" + YEAR + "&subject=" + type + "/none-such")
                        .expect(404)
                        .diagnostics())
                .contains("Parameter 'subject': there is no " + type + "/none-such");
    }
}
