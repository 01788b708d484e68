package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The profiles must let in what the published maps say that Kedja understands. */
class TerminologyAgreementTest {

    /** A code of the map, put into a good example in place of the one that is there. */
    static final class Codes implements ArgumentsProvider {
        @Override
        public Stream<Arguments> provideArguments(ExtensionContext context) {
            return Stream.of(
                            in("http://loinc.org", "t-score", "Observation-t-score-hip", "80946-7"),
                            in("http://loinc.org", "z-score", "Observation-t-score-hip", "80946-7"),
                            in("http://loinc.org", "bmd", "Observation-bmd-hip", "46278-8"),
                            in("http://loinc.org", "laboratory-result", "Observation-egfr", "98979-8"),
                            in("http://npu-terminology.org", "laboratory-result", "Observation-egfr", "98979-8"),
                            in("http://loinc.org", "frax-", "Observation-frax-major", "90265-0"),
                            in("http://loinc.org", "bone-density-scan", "DiagnosticReport-dxa-report", "38269-7"),
                            in(KVA, "bone-density-scan", "DiagnosticReport-dxa-report", "AN006"),
                            in(KVA, "hip-fracture-surgery", "Procedure-hip-fracture-nailed", "NFJ59"),
                            in(KVA, "training", "Procedure-fall-prevention-at-home", "QB003"),
                            in(
                                    ACTIVITY,
                                    "referral",
                                    "ServiceRequest-referral-to-physiotherapist",
                                    "referral-physiotherapy"),
                            in(ICD10, "fracture", "Condition-wrist-fracture", "S525"),
                            in(ICD10, "osteoporosis-diagnosis", "Condition-osteoporosis", "M81.0"))
                    .flatMap(stream -> stream);
        }

        private static Stream<Arguments> in(String system, String kind, String example, String code) {
            String json = Published.read(Path.of("profiles/examples", example + ".json"));
            List<String> codes = map("kedja-code-to-event").getGroup().stream()
                    .filter(group -> group.getSource().equals(system))
                    .flatMap(group -> group.getElement().stream())
                    .filter(element ->
                            element.getTarget().stream().anyMatch(target -> (target.getCode() + ":").startsWith(kind)))
                    .map(SourceElementComponent::getCode)
                    .toList();
            assertThat(codes).as(system + " to " + kind).isNotEmpty();
            String coding = "\"code\": \"" + code + "\",\\s*\"system\": \"[^\"]*\"";
            assertThat(json).containsPattern(coding);
            return codes.stream()
                    .map(other -> Arguments.of(
                            other + " in " + example,
                            json.replaceFirst(coding, "\"code\": \"" + other + "\", \"system\": \"" + system + '"')));
        }
    }

    private static final String KVA = "urn:oid:1.2.752.116.1.3.2.1.4";
    private static final String ICD10 = "urn:oid:1.2.752.116.1.1.1";
    private static final String ACTIVITY = "https://kedja.health/fhir/CodeSystem/kedja-activity";

    @ParameterizedTest(name = "{0}")
    @ArgumentsSource(Codes.class)
    void a_code_that_is_understood_is_accepted(String name, String json) {
        assertThat(ProfileValidator.INSTANCE.errors(json)).isEmpty();
    }

    @Test
    void a_code_is_accepted_under_every_name_of_its_system() {
        List<String> examples =
                Published.examples().stream().map(Published::read).toList();
        for (ConceptMapGroupComponent group : map("kedja-system-alias").getGroup()) {
            for (SourceElementComponent alias : group.getElement()) {
                String system = '"' + alias.getTargetFirstRep().getCode() + '"';
                examples.stream()
                        .filter(example -> example.contains(system))
                        .map(example -> example.replace(system, '"' + alias.getCode() + '"'))
                        .forEach(example -> assertThat(ProfileValidator.INSTANCE.errors(example))
                                .as(alias.getCode() + " in " + example)
                                .isEmpty());
            }
        }
    }

    private static ConceptMap map(String id) {
        return Published.R4
                .newJsonParser()
                .parseResource(ConceptMap.class, Published.read(Path.of("terminology", "ConceptMap-" + id + ".json")));
    }
}
