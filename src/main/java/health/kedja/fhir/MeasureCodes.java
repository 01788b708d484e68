package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Improvement;
import health.kedja.indicator.definition.Quantity;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.definition.UnitOfAnalysis;
import health.kedja.pathway.Kind;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;

/** Codes that a Measure and its MeasureReport have in common. */
final class MeasureCodes {

    static final String CQM = "http://hl7.org/fhir/uv/cqm/StructureDefinition/";
    static final String STRATIFIER = Systems.CODE_SYSTEM + "kedja-stratifier";

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    private MeasureCodes() {}

    /** A rate is a ratio of events and person-time in the code system of HL7, which has no code for rates. */
    static CodeableConcept scoring(Scoring scoring) {
        return switch (scoring) {
            case PROPORTION -> concept("measure-scoring", "proportion");
            case RATIO, RATE -> concept("measure-scoring", "ratio");
            case CONTINUOUS -> concept("measure-scoring", "continuous-variable");
            case COHORT -> concept("measure-scoring", "cohort");
        };
    }

    static CodeableConcept population(String code) {
        return concept("measure-population", code);
    }

    /** Which way is better; empty where neither is, or nothing is scored. */
    static Optional<CodeableConcept> improvement(Indicator indicator) {
        return indicator.improvement() == Improvement.NEUTRAL || indicator.scoring() == Scoring.COHORT
                ? Optional.empty()
                : Optional.of(concept("measure-improvement-notation", IndicatorWords.token(indicator.improvement())));
    }

    /** UCUM code of the score; null where there is none. */
    static String unit(Indicator indicator) {
        return switch (indicator.scoring()) {
            case PROPORTION, RATIO -> "1";
            case RATE -> "/100000/a";
            case CONTINUOUS ->
                indicator.quantity().map(Quantity::what).orElseThrow() == Quantity.What.HOURS_TO_EVENT ? "h" : "d";
            case COHORT -> null;
        };
    }

    /** The unit for people; null where there is none. */
    static String unitWords(Indicator indicator) {
        return switch (indicator.scoring()) {
            case PROPORTION -> "proportion";
            case RATIO -> "ratio";
            case RATE -> "per 100,000 person-years";
            case CONTINUOUS -> unit(indicator).equals("h") ? "hours" : "days";
            case COHORT -> null;
        };
    }

    /** What is counted, as the population basis of the CQM profiles: {@code boolean} for persons. */
    static String basis(Indicator indicator) {
        UnitOfAnalysis unit = indicator.population().unit();
        return switch (unit) {
            case PERSON, RESIDENT -> "boolean";
            case STAY -> "EpisodeOfCare";
            case CHAIN -> "Condition";
            case EPISODE, DOSE ->
                indicator.population().index().stream()
                        .flatMap(index -> index.kinds().stream())
                        .map(MeasureCodes::resource)
                        .findFirst()
                        .orElse("Condition");
        };
    }

    /** The type of resource that a kind of event is read from. */
    static String resource(Kind kind) {
        return switch (kind) {
            case BIRTH, DEATH, SEX, COUNTRY_OF_BIRTH, RESIDENCE, LISTED -> "Patient";
            case ENCOUNTER, MAIN_DIAGNOSIS -> "Encounter";
            case CARE_HOME_STAY, EPISODE_OPENED -> "EpisodeOfCare";
            case DRUG_ORDERED -> "MedicationRequest";
            case DRUG_DISPENSED -> "MedicationDispense";
            case DRUG_ADMINISTERED -> "MedicationAdministration";
            case DRUG_STATED -> "MedicationStatement";
            case REFERRAL -> "ServiceRequest";
            case HIP_FRACTURE_SURGERY, TRAINING, FALL_PREVENTION, PATIENT_EDUCATION, COORDINATOR_ASSESSMENT ->
                "Procedure";
            case RISK_ASSESSMENT, BONE_DENSITY_SCAN -> "Procedure";
            case FRACTURE, UNCONFIRMED_FRACTURE, CIRCUMSTANCE, OSTEOPOROSIS_DIAGNOSIS, DISEASE -> "Condition";
            case FOLLOW_UP_PLAN -> "CarePlan";
            default -> "Observation";
        };
    }

    private static CodeableConcept concept(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(HL7 + system).setCode(code);
        return concept;
    }
}
