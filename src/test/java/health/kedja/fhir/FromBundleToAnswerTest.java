package health.kedja.fhir;

import static health.kedja.fhir.Given.ATC;
import static health.kedja.fhir.Given.ICD;
import static health.kedja.fhir.Given.KVA;
import static health.kedja.fhir.Given.codings;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.ChainReport;
import health.kedja.pathway.ExclusionReason;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.RiskLevel;
import health.kedja.pathway.Step;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepReason;
import health.kedja.pathway.StepStatus;
import health.kedja.server.GuidelineFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is translated here is understood by the clinical core. */
class FromBundleToAnswerTest {

    private static final Guideline GUIDELINE =
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard();
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);

    @Test
    void a_hip_fracture_treated_in_clinic_has_its_treatment_done() {
        FractureChain chain = report(
                        hip(""),
                        entry(
                                "Procedure",
                                2,
                                "'status':'completed','performedDateTime':'2024-03-20','code':"
                                        + codings(KVA, "DT016", ATC, "M05BA08")))
                .chains()
                .get(0);

        assertThat(chain.site()).isEqualTo("hip");
        assertThat(chain.risk()).isEqualTo(RiskLevel.HIGH);
        assertThat(step(chain, StepCode.TREATMENT).status()).isEqualTo(StepStatus.DONE);
        assertThat(step(chain, StepCode.TREATMENT).evidence()).containsExactly("Procedure/2");
    }

    @Test
    void a_declined_drug_makes_treatment_not_applicable() {
        FractureChain chain = report(
                        hip(""),
                        entry(
                                "MedicationRequest",
                                2,
                                "'status':'active','intent':'order','doNotPerform':true,"
                                        + "'authoredOn':'2024-03-20','medicationCodeableConcept':"
                                        + codings(ATC, "M05B")
                                        + ",'reasonCode':[" + codings(Given.REASON, "declined") + "]"))
                .chains()
                .get(0);

        assertThat(step(chain, StepCode.TREATMENT).status()).isEqualTo(StepStatus.NOT_APPLICABLE);
        assertThat(step(chain, StepCode.TREATMENT).reason()).isEqualTo(StepReason.DECLINED);
    }

    @Test
    void a_high_energy_cause_counts_in_all_three_forms() {
        String inCode =
                entry("Condition", 1, "'onsetDateTime':'2024-03-01','code':" + codings(ICD, "S72.0", ICD, "V03.1"));
        String dueTo = hip(",'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/condition-dueTo',"
                + "'valueCodeableConcept':" + codings(ICD, "W13") + "}]");
        String named = hip(",'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/condition-dueTo',"
                + "'valueReference':{'reference':'Condition/2'}}]");
        String apart = entry("Condition", 2, "'onsetDateTime':'2024-02-28','code':" + codings(ICD, "W13.0"));
        String sameDay = entry("Condition", 2, "'onsetDateTime':'2024-03-01','code':" + codings(ICD, "W13.0"));

        for (ChainReport report :
                List.of(report(inCode), report(dueTo), report(named, apart), report(hip(""), sameDay))) {
            assertThat(report.chains()).isEmpty();
            assertThat(report.excluded()).extracting(e -> e.reason()).containsExactly(ExclusionReason.HIGH_ENERGY);
        }
        assertThat(report(hip(""), apart).chains()).hasSize(1);
    }

    @Test
    void a_snomed_code_and_a_site_letter_open_chains_as_well() {
        assertThat(report(entry(
                                "Condition",
                                1,
                                "'onsetDateTime':'2024-03-01','code':" + codings("http://snomed.info/sct", "5913000")))
                        .chains())
                .extracting(FractureChain::site)
                .containsExactly("hip");
        assertThat(report(entry("Condition", 1, "'onsetDateTime':'2024-03-01','code':" + codings(ICD, "M80.0B")))
                        .chains())
                .extracting(FractureChain::site)
                .containsExactly("proximal-humerus");
    }

    @Test
    void a_fracture_without_onset_is_dated_by_its_contact() {
        ChainReport report = report(
                entry(
                        "Condition",
                        1,
                        "'recordedDate':'2024-03-09','encounter':{'reference':'Encounter/3'},'code':"
                                + codings(ICD, "S72.0")),
                entry("Encounter", 3, "'status':'finished','class':{'code':'IMP'},'period':{'start':'2024-03-01'}"));

        assertThat(report.chains()).extracting(FractureChain::fractureDate).containsExactly(LocalDate.of(2024, 3, 1));
    }

    private static ChainReport report(String... entries) {
        List<String> all = new ArrayList<>(Arrays.asList(entries));
        all.add("{'resource':{'resourceType':'Patient','id':'7','birthDate':'1946-05-17'}}");
        return FractureChain.evaluate(
                new BundleEvents(Given.EVENTS)
                        .of(Given.bundle(all.toArray(String[]::new)))
                        .history(),
                GUIDELINE,
                JUNE);
    }

    private static Step step(FractureChain chain, StepCode code) {
        return chain.steps().get(code.ordinal());
    }

    private static String hip(String more) {
        return entry("Condition", 1, "'onsetDateTime':'2024-03-01','code':" + codings(ICD, "S72.00") + more);
    }

    private static String entry(String type, int id, String more) {
        return "{'resource':" + Given.json(type, more).replace("'id':'1'", "'id':'" + id + "'") + "}";
    }
}
