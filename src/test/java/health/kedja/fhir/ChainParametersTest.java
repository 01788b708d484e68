package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.pathway.Certainty;
import health.kedja.pathway.ChainReport;
import health.kedja.pathway.ChainStatus;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.EndReason;
import health.kedja.pathway.Event;
import health.kedja.pathway.ExcludedFracture;
import health.kedja.pathway.ExclusionReason;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Kind;
import health.kedja.pathway.RiskLevel;
import health.kedja.pathway.Rule;
import health.kedja.pathway.Step;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepReason;
import health.kedja.pathway.StepStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;

class ChainParametersTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final String GUIDELINE = "https://kedja.health/fhir/PlanDefinition/se|1.0.0";

    @Test
    void the_answer_is_as_clients_know_it() throws Exception {
        Step done = new Step(
                StepCode.IDENTIFICATION,
                StepStatus.DONE,
                DAY.plusDays(28),
                DAY.plusDays(3),
                true,
                List.of("EpisodeOfCare/2"),
                null,
                "PSVF-1",
                Certainty.CONFIRMED);
        Step waiting = new Step(
                StepCode.TREATMENT,
                StepStatus.DUE,
                DAY.plusDays(112),
                null,
                null,
                List.of("Observation/3", "Observation/4"),
                StepReason.WAITS_FOR_BONE_DENSITY,
                "IOF-9",
                Certainty.DERIVED);
        Step never = new Step(
                StepCode.ADHERENCE,
                StepStatus.NOT_APPLICABLE,
                null,
                null,
                null,
                List.of(),
                StepReason.NO_TREATMENT,
                "IOF-10",
                Certainty.UNCONFIRMED);
        FractureChain chain = new FractureChain(
                "Condition/1",
                List.of("Condition/1"),
                DAY,
                "wrist",
                RiskLevel.INTERMEDIATE,
                ChainStatus.ENDED,
                EndReason.NEW_FRACTURE,
                new BigDecimal("0.5"),
                List.of(done, waiting, never),
                ChainType.B);
        ChainReport report = new ChainReport(
                List.of(chain),
                List.of(new ExcludedFracture(
                        "Condition/5",
                        ExclusionReason.HIGH_ENERGY,
                        Optional.of(new Rule("PSVF-5", "PSVF", Certainty.DERIVED)))),
                List.of(Event.of(Kind.NOT_UNDERSTOOD, DAY, "Condition/6").withCode("http://local|F-17")));

        Parameters answer = new ChainParameters(Locale.forLanguageTag("sv"))
                .of(report, "Patient/7", LocalDate.of(2024, 6, 1), GUIDELINE);

        String json =
                FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(answer);
        assertThat(json).isEqualToIgnoringNewLines(golden());
    }

    @Test
    void completion_has_two_decimals_always() {
        FractureChain complete = new FractureChain(
                "Condition/1",
                List.of("Condition/1"),
                DAY,
                "hip",
                RiskLevel.HIGH,
                ChainStatus.COMPLETE,
                null,
                BigDecimal.ONE,
                List.of(),
                ChainType.A);
        Parameters answer = new ChainParameters(Locale.ENGLISH)
                .of(new ChainReport(List.of(complete), List.of(), List.of()), "Patient/7", DAY, GUIDELINE);

        assertThat(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(answer))
                .contains("\"valueDecimal\":1.00}")
                .doesNotContain("endReason");
    }

    @Test
    void a_patient_without_fractures_gets_an_answer_without_chains() {
        Parameters answer = new ChainParameters(Locale.ENGLISH)
                .of(new ChainReport(List.of(), List.of(), List.of()), "Patient/7", DAY, GUIDELINE);

        assertThat(answer.getParameter())
                .extracting(Parameters.ParametersParameterComponent::getName)
                .containsExactly("patient", "asOf", "guideline");
    }

    private static String golden() throws Exception {
        try (var in = ChainParametersTest.class.getResourceAsStream("fracture-chain-answer.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
