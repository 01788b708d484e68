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
import health.kedja.pathway.Guidelines;
import health.kedja.server.GuidelineFiles;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clinical vignettes without a server: Bundle to events to chains. */
class VignettesInTheCoreTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Guidelines GUIDELINES = GuidelineFiles.load("se-psvf-2021", Optional.empty());
    private static final BundleEvents EVENTS =
            new BundleEvents(new ResourceEvents(CodeMaps.load(), ZoneId.of("Europe/Stockholm")));

    static Stream<Vignette> vignettes() {
        return Vignette.all();
    }

    @ParameterizedTest
    @MethodSource("vignettes")
    void the_core_gives_the_answer_written_by_hand(Vignette vignette) {
        PatientHistory read = EVENTS.of(vignette.bundle(CONTEXT));
        assertThat(read.patient()).isEqualTo(vignette.patientInBundle(CONTEXT));
        StringBuilder differences = new StringBuilder();
        for (Vignette.Question question : vignette.questions()) {
            Guideline guideline = GUIDELINES.find(question.guideline()).orElseThrow();
            Map<String, String> names = vignette.namesInBundle(CONTEXT);
            FractureChainRequest asked = new FractureChainRequest(question.asOf(), guideline, null, true);
            Parameters answer = FractureChainAnswer.of(read, asked, Locale.ENGLISH);
            assertThat(answer.getParameters("notUnderstood")).isEmpty();
            StringBuilder difference = new StringBuilder(question.difference(answer, names));
            if (question.expected() != null) {
                ChainReport report = FractureChain.evaluate(read.history(), guideline, question.asOf());
                difference.append(CoreAnswer.of(report, names).differenceFrom(question.expected()));
            }
            differences.append(difference.isEmpty() ? "" : "%nas of %s:%s".formatted(question.asOf(), difference));
        }
        assertThat(differences.toString()).isEmpty();
    }
}
