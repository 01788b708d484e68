package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static health.kedja.pathway.StepCode.ADHERENCE;
import static health.kedja.pathway.StepCode.BONE_DENSITY;
import static health.kedja.pathway.StepCode.FOLLOW_UP_PLAN;
import static health.kedja.pathway.StepCode.IDENTIFICATION;
import static health.kedja.pathway.StepCode.LABORATORY;
import static health.kedja.pathway.StepCode.MONITORING;
import static health.kedja.pathway.StepCode.PREVENTION;
import static health.kedja.pathway.StepCode.RISK_ASSESSMENT;
import static health.kedja.pathway.StepCode.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which steps a unit answers for: A for all, B for all but treatment and what follows, C for finding and informing. */
class ChainTypeTest {

    private static final Map<String, ChainType> UNITS =
            Map.of("Organization/a", ChainType.A, "Organization/b", ChainType.B, "Organization/c", ChainType.C);

    @Test
    void a_unit_that_states_no_type_has_the_default_of_the_guideline() {
        Patient patient = hip().has("referral:primary-care", "2024-01-10");
        Guideline typeB = Programmes.psvfWith("default-type: a", "default-type: b");

        assertThat(chain(patient).type()).isEqualTo(ChainType.A);
        assertThat(handedOver(chain(patient))).isEmpty();
        assertThat(patient.chain(typeB, "2024-02-01").type()).isEqualTo(ChainType.B);
        assertThat(handedOver(patient.chain(typeB, "2024-02-01"))).containsExactly(TREATMENT, MONITORING, ADHERENCE);
    }

    @Test
    void type_a_answers_for_every_step() {
        FractureChain chain = chain(opened("Organization/a").has("referral:primary-care", "2024-01-10"));

        assertThat(chain.type()).isEqualTo(ChainType.A);
        assertThat(handedOver(chain)).isEmpty();
    }

    @Test
    void type_b_hands_over_treatment_and_what_follows_by_a_referral_to_primary_care() {
        FractureChain chain = chain(opened("Organization/b").has("referral:primary-care", "2024-01-10"));

        assertThat(chain.type()).isEqualTo(ChainType.B);
        assertThat(handedOver(chain)).containsExactly(TREATMENT, MONITORING, ADHERENCE);
        Step treatment = chain.steps().get(TREATMENT.ordinal());
        assertThat(treatment.status()).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(treatment.evidence()).containsExactly("referral:primary-care@2024-01-10");
        assertThat(treatment.rule()).isEqualTo("KEDJA-12");
    }

    @Test
    void type_b_keeps_the_steps_until_they_are_handed_over() {
        assertThat(handedOver(chain(opened("Organization/b")))).isEmpty();
        assertThat(handedOver(chain(opened("Organization/b").has("discharge-note", "2024-01-10"))))
                .isEmpty();
        assertThat(handedOver(chain(opened("Organization/b").has("referral:primary-care", "2023-12-31"))))
                .isEmpty();
        assertThat(handedOver(chain(opened("Organization/b").has("referral:primary-care", "2024-01-01"))))
                .isNotEmpty();
    }

    @Test
    void type_b_takes_over_a_step_that_is_overdue_as_well() {
        Patient patient = opened("Organization/b").has("referral:primary-care", "2024-06-10");

        assertThat(status(patient, "2024-06-09")).isEqualTo(StepStatus.OVERDUE);
        assertThat(status(patient, "2024-06-10")).isEqualTo(StepStatus.NOT_APPLICABLE);
    }

    @Test
    void what_was_done_stays_done_although_it_was_handed_over() {
        Patient patient = opened("Organization/b")
                .has("referral:primary-care", "2024-01-10")
                .has("drug-administered:M05BA08", "2024-01-20");

        FractureChain chain = chain(patient);

        assertThat(chain.steps().get(TREATMENT.ordinal()).status()).isEqualTo(StepStatus.DONE);
        assertThat(handedOver(chain)).containsExactly(MONITORING, ADHERENCE);
    }

    @Test
    void type_c_identifies_and_informs_only() {
        FractureChain chain = chain(born1950()
                .breaks("S525", "2024-01-01")
                .has("episode-opened", "2024-01-05", event -> event.withQualifier("Organization/c"))
                .has("discharge-note", "2024-01-06"));

        assertThat(chain.type()).isEqualTo(ChainType.C);
        assertThat(handedOver(chain))
                .containsExactly(
                        RISK_ASSESSMENT,
                        BONE_DENSITY,
                        LABORATORY,
                        TREATMENT,
                        PREVENTION,
                        FOLLOW_UP_PLAN,
                        MONITORING,
                        ADHERENCE);
        assertThat(chain.steps().get(IDENTIFICATION.ordinal()).status()).isEqualTo(StepStatus.DONE);
        assertThat(chain.status()).isEqualTo(ChainStatus.COMPLETE);
    }

    @Test
    void the_unit_of_the_episode_goes_before_that_of_the_coordinator() {
        Patient patient =
                hip().has("coordinator-assessment", "2024-01-06", event -> event.withQualifier("Organization/c"));
        assertThat(chain(patient).type()).isEqualTo(ChainType.C);

        patient.has("episode-opened", "2024-01-05", event -> event.withQualifier("Organization/b"));
        assertThat(chain(patient).type()).isEqualTo(ChainType.B);
    }

    @Test
    void the_latest_unit_that_states_a_type_counts_and_one_from_before_the_fracture_does_not() {
        Patient moved = opened("Organization/b")
                .has("episode-opened", "2024-01-20", event -> event.withQualifier("Organization/c"))
                .has("episode-opened", "2024-01-21", event -> event.withQualifier("Organization/unknown"));
        Patient earlier = hip().has("episode-opened", "2023-12-31", event -> event.withQualifier("Organization/b"));

        assertThat(chain(moved).type()).isEqualTo(ChainType.C);
        assertThat(chain(earlier).type()).isEqualTo(ChainType.A);
    }

    @Test
    void in_skane_type_b_scans_and_leaves_treatment_to_primary_care() {
        assertThat(Programmes.skane().chainTypes().of(ChainType.B).rule().id()).isEqualTo("KEDJA-12");
        assertThat(Programmes.skane().chainTypes().of(ChainType.B).handedOver())
                .contains(TREATMENT)
                .doesNotContain(RISK_ASSESSMENT, BONE_DENSITY);
    }

    private static StepStatus status(Patient patient, String asOf) {
        return evaluated(patient, asOf).steps().get(TREATMENT.ordinal()).status();
    }

    private static List<StepCode> handedOver(FractureChain chain) {
        return chain.steps().stream()
                .filter(step -> step.reason() == StepReason.HANDED_OVER)
                .map(Step::code)
                .toList();
    }

    private static FractureChain chain(Patient patient) {
        return evaluated(patient, "2024-02-01");
    }

    private static FractureChain evaluated(Patient patient, String asOf) {
        return FractureChain.evaluate(History.of(patient.events()), Programmes.psvf(), LocalDate.parse(asOf), UNITS)
                .chains()
                .get(0);
    }

    private static Patient opened(String unit) {
        return hip().has("episode-opened", "2024-01-05", event -> event.withQualifier(unit));
    }

    private static Patient hip() {
        return born1950().breaks("S720", "2024-01-01");
    }
}
