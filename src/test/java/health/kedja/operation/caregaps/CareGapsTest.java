package health.kedja.operation.caregaps;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.operation.HipFractures;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "periodStart=2021-01-01&subject=Patient/1 | periodEnd",
                "YEAR | subject",
                "YEAR&subject=Condition/1 | subject",
                "YEAR&subject=Patient/1&status=open | status",
                "YEAR&subject=Patient/1&measure=SOS-99 | measure",
                "periodStart=2024-01-01&periodEnd=2024-12-31&asOf=2023-12-31&subject=Patient/1 | periodStart"
            })
    void a_bad_question_names_the_parameter(String query, String parameter) {
        assertThat(http.get("Measure/$care-gaps?" + query.strip().replace("YEAR", YEAR))
                        .expect(400)
                        .diagnostics())
                .startsWith("Parameter '" + parameter.strip() + "'");
    }

    @Test
    void a_patient_that_is_not_there_is_404() {
        assertThat(http.get("Measure/$care-gaps?" + YEAR + "&subject=Patient/none-such")
                        .expect(404)
                        .diagnostics())
                .contains("Parameter 'subject': there is no Patient/none-such");
    }
}
