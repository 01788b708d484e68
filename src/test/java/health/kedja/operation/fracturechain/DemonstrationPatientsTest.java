package health.kedja.operation.fracturechain;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.fhir.BundleEvents;
import health.kedja.fhir.CodeMaps;
import health.kedja.fhir.PatientHistory;
import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.ChainReport;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Guideline;
import health.kedja.server.GuidelineFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the demonstration patients stand on one day; the values are derived by hand from the files. */
class DemonstrationPatientsTest {

    private static final Guideline GUIDELINE =
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard();
    private static final BundleEvents EVENTS =
            new BundleEvents(new ResourceEvents(CodeMaps.load(), ZoneId.of("Europe/Stockholm")));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "anna-hoft,       2025-09-15, hip,              high,         complete,    1.00",
        "berit-handled,   2026-02-10, wrist,            low,          complete,    1.00",
        "cecilia-handled, 2026-08-17, wrist,            intermediate, in-progress, 0.40",
        "dagny-kota,      2026-06-01, vertebra,         high,         overdue,     0.20",
        "erik-hoft,       2026-10-20, hip,              high,         in-progress, 0.20",
        "frida-overarm,   2026-09-07, proximal-humerus, high,         in-progress, 0.40",
        "gunnar-backen,   2026-03-16, pelvis,           intermediate, in-progress, 0.90",
        "hilda-hoft,      2026-07-31, hip,              high,         ended,       1.00",
        "jytte-handled,   2026-05-04, wrist,            high,         complete,    1.00",
    })
    void each_stands_where_the_story_says(
            String patient, LocalDate fractured, String site, String risk, String status, String completion)
            throws IOException {
        ChainReport report = reportOf(patient);
        assertThat(report.excluded()).isEmpty();
        FractureChain chain = report.chains().get(0);
        assertThat(report.chains()).hasSize(1);
        assertThat(chain.indexFracture()).isEqualTo("Condition/" + patient + "-fraktur");
        assertThat(chain.fractureDate()).isEqualTo(fractured);
        assertThat(chain.site()).isEqualTo(site);
        assertThat(chain.risk().token()).isEqualTo(risk);
        assertThat(chain.status().token()).isEqualTo(status);
        assertThat(chain.completion()).isEqualByComparingTo(completion);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource("ivar-krock, high-energy")
    void a_fracture_of_high_energy_opens_no_chain(String patient, String reason) throws IOException {
        ChainReport report = reportOf(patient);
        assertThat(report.chains()).isEmpty();
        assertThat(report.excluded()).extracting(e -> e.reason().token()).containsExactly(reason);
    }

    private static ChainReport reportOf(String patient) throws IOException {
        try (InputStream file = DemonstrationPatientsTest.class.getResourceAsStream("/demo/" + patient + ".json")) {
            Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, file);
            PatientHistory read = EVENTS.of(bundle);
            assertThat(read.patient()).isEqualTo("Patient/" + patient);
            ChainReport report = FractureChain.evaluate(read.history(), GUIDELINE, DAY);
            assertThat(report.notUnderstood()).isEmpty();
            return report;
        }
    }
}
