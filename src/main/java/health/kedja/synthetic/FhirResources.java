package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * People as FHIR resources that conform to Kedja's profiles. The server reads from them the events of
 * {@link SyntheticPerson#events()}. Danish diagnoses are written in SKS; procedures are in KVÅ in both countries.
 */
public final class FhirResources {

    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private static final String CLASS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/diagnosis-role";
    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private final Country country;

    public FhirResources(Country country) {
        this.country = country;
    }

    /** The units and scanners that the resources of the people name. */
    public List<Resource> shared() {
        List<Resource> shared = new ArrayList<>();
        for (Region region : country.regions()) {
            String[] kinds = {"orthopaedics", "emergency department", "fracture unit"};
            for (int number = 0; number < kinds.length; number++) {
                shared.add(unit(region.clinic(number), region.name() + ", " + kinds[number]));
            }
            for (String municipality : region.municipalities()) {
                shared.add(unit(Region.healthCentre(municipality), region.name() + ", health centre " + municipality));
            }
            Device scanner = new Device();
            scanner.setId("scanner-" + region.code());
            scanner.setManufacturer(Integer.parseInt(region.code()) % 2 == 0 ? "Hologic" : "GE Lunar");
            shared.add(scanner);
        }
        return shared;
    }

    private static Organization unit(String source, String name) {
        Organization unit = new Organization();
        unit.setId(source.substring(source.indexOf('/') + 1));
        return unit.setName("Synthetic " + name);
    }

    /** Everything of one person, the Patient first. */
    public List<Resource> of(SyntheticPerson person) {
        List<Resource> resources = new ArrayList<>();
        resources.add(FhirPatient.of(person, country));
        Reference patient = new Reference("Patient/" + person.id());
        for (Fact fact : person.facts()) {
            if (fact instanceof Fact.Visit visit) {
                resources.add(encounter(visit, patient));
            } else if (fact instanceof Fact.Fracture fracture) {
                fractures(fracture, patient, resources);
            } else if (fact instanceof Fact.Osteoporosis dx) {
                Condition condition =
                        condition(dx.source(), dx.icd(), "kedja-osteoporosis-diagnosis", patient, dx.visit());
                resources.add(dated(condition, dx, dx.registeredAfter()));
            } else if (fact instanceof Fact.Mistake mistake) {
                Condition condition =
                        condition(mistake.source(), mistake.bone().icd(), "kedja-fragility-fracture", patient, null);
                condition.setClinicalStatus(null);
                condition.setVerificationStatus(Codes.concept(VERIFICATION, "entered-in-error"));
                resources.add(dated(condition, mistake, 0));
            } else if (fact instanceof Fact.Surgery surgery) {
                resources.add(surgery(surgery, patient));
            } else if (fact instanceof Fact.Supply supply) {
                resources.add(supply.inClinic() ? given(supply, patient) : dispensed(supply, patient));
            } else if (fact instanceof Fact.CareHome stay) {
                resources.add(episode(stay.source(), "care-home-stay", patient)
                        .setStatus(status(stay))
                        .setPeriod(FhirPatient.period(stay.day(), stay.to())));
            } else if (fact instanceof Fact.Care care) {
                resources.add(care(care, patient));
            }
        }
        return resources;
    }

    private static EpisodeOfCare.EpisodeOfCareStatus status(Fact.CareHome stay) {
        return stay.to() == null
                ? EpisodeOfCare.EpisodeOfCareStatus.ACTIVE
                : EpisodeOfCare.EpisodeOfCareStatus.FINISHED;
    }

    private static Encounter encounter(Fact.Visit visit, Reference patient) {
        Encounter encounter = new Encounter();
        identify(encounter, visit.source());
        encounter.setStatus(
                visit.to() == null ? Encounter.EncounterStatus.INPROGRESS : Encounter.EncounterStatus.FINISHED);
        encounter.getClass_().setSystem(CLASS).setCode(visit.patientClass());
        encounter.setSubject(patient);
        Period period = encounter.getPeriod();
        period.getStartElement().setValueAsString(Clock.written(visit.day(), visit.minute()));
        if (visit.to() != null) {
            period.getEndElement()
                    .setValueAsString(visit.minute() < 0 ? visit.to().toString() : Clock.endOf(visit.to()));
        }
        encounter.setServiceProvider(new Reference(visit.unit()));
        if (visit.main() != null) {
            encounter
                    .addDiagnosis()
                    .setCondition(new Reference(visit.main()))
                    .setUse(Codes.concept(ROLE, "DD"))
                    .setRank(1);
        }
        return encounter;
    }

    private void fractures(Fact.Fracture fracture, Reference patient, List<Resource> resources) {
        resources.add(fracture(fracture.source(), fracture, patient));
        if (fracture.twice() != null) {
            resources.add(fracture(fracture.twice(), fracture, patient));
        }
        if (fracture.cause() != null) {
            Condition cause = condition(fracture.causeSource(), fracture.cause(), null, patient, fracture.visit());
            resources.add(dated(cause, fracture, fracture.registeredAfter()));
        }
    }

    private Condition fracture(String source, Fact.Fracture fracture, Reference patient) {
        Condition condition =
                condition(source, fracture.bone().icd(), "kedja-fragility-fracture", patient, fracture.visit());
        if (fracture.side() != null) {
            condition.addBodySite(Codes.side(fracture.side()));
        }
        return dated(condition, fracture, fracture.registeredAfter());
    }

    private Condition condition(String source, String icd, String profile, Reference patient, Fact.Visit visit) {
        Condition condition = new Condition();
        identify(condition, source);
        if (profile != null) {
            condition.getMeta().addProfile(Codes.PROFILE + profile);
        }
        condition.setClinicalStatus(Codes.concept(CLINICAL, "active"));
        condition.setVerificationStatus(Codes.concept(VERIFICATION, "confirmed"));
        condition.setCode(Codes.icd(country, icd));
        condition.setSubject(patient);
        if (visit != null) {
            condition.setEncounter(new Reference(visit.source()));
        }
        return condition;
    }

    private static Condition dated(Condition condition, Fact fact, int registeredAfter) {
        condition.setOnset(date(fact));
        condition
                .getRecordedDateElement()
                .setValueAsString(fact.day().plusDays(registeredAfter).toString());
        return condition;
    }

    private static Procedure surgery(Fact.Surgery surgery, Reference patient) {
        Procedure procedure =
                procedure(surgery, "kedja-hip-fracture-surgery", Codes.concept(Codes.KVA, surgery.code()), patient);
        Period performed = new Period();
        performed.getStartElement().setValueAsString(Clock.written(surgery.day(), surgery.minute()));
        return procedure
                .setPerformed(performed)
                .setEncounter(new Reference(surgery.visit().source()));
    }

    /** Given in clinic: KVÅ for the way it is given, with the ATC code added, as Swedish records write it. */
    private static Procedure given(Fact.Supply supply, Reference patient) {
        String kva = supply.atc().equals(Treatment.ZOLEDRONATE) ? "DT016" : "DT021";
        CodeableConcept code = Codes.concept(Codes.KVA, kva);
        code.addCoding().setSystem(Codes.ATC).setCode(supply.atc());
        return procedure(supply, null, code, patient)
                .setEncounter(new Reference(supply.visit().source()));
    }

    private static MedicationDispense dispensed(Fact.Supply supply, Reference patient) {
        MedicationDispense dispense = new MedicationDispense();
        identify(dispense, supply.source());
        dispense.setStatus(MedicationDispense.MedicationDispenseStatus.COMPLETED);
        dispense.setMedication(Codes.concept(Codes.ATC, supply.atc()));
        dispense.setSubject(patient);
        dispense.setDaysSupply(quantity(supply.days(), "d"));
        dispense.getWhenHandedOverElement().setValueAsString(supply.day().toString());
        return dispense;
    }

    private static EpisodeOfCare episode(String source, String type, Reference patient) {
        EpisodeOfCare episode = new EpisodeOfCare();
        identify(episode, source);
        episode.setPatient(patient);
        return episode.addType(Codes.concept(Codes.ACTIVITY, type));
    }

    private static Resource care(Fact.Care care, Reference patient) {
        return switch (care.kind()) {
            case EPISODE_OPENED ->
                episode(care.source(), "fracture-chain", patient)
                        .setStatus(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE)
                        .setManagingOrganization(new Reference(care.qualifier()))
                        .setPeriod(FhirPatient.period(care.day(), null));
            case COORDINATOR_ASSESSMENT -> {
                Procedure seen = procedure(
                        care,
                        "kedja-coordinator-assessment",
                        Codes.concept(Codes.ACTIVITY, "coordinator-assessment"),
                        patient);
                seen.addPerformer().setActor(new Reference(care.qualifier()));
                yield seen;
            }
            case FOLLOW_UP_CONTACT -> procedure(care, null, Codes.concept(Codes.KVA, "AW001"), patient);
            case PATIENT_EDUCATION ->
                procedure(care, "kedja-patient-education", Codes.concept(Codes.KVA, "GB019"), patient);
            case TRAINING -> procedure(care, "kedja-training", Codes.concept(Codes.KVA, "QD016"), patient);
            case FALL_PREVENTION ->
                procedure(care, "kedja-fall-prevention", Codes.concept(Codes.KVA, "QB003"), patient);
            case BONE_DENSITY_SCAN -> procedure(care, null, Codes.concept(Codes.KVA, "AN006"), patient);
            case RISK_ASSESSMENT -> procedure(care, null, Codes.concept(Codes.KVA, riskCode(care.code())), patient);
            case FRAX_MAJOR, FRAX_HIP -> {
                String code = care.kind() == Kind.FRAX_MAJOR ? "90265-0" : "90266-8";
                yield observation(care, "kedja-frax-assessment", code, "%", patient)
                        .setMethod(Codes.concept(Codes.KVA, riskCode(care.code())));
            }
            case BMD, T_SCORE -> {
                boolean score = care.kind() == Kind.T_SCORE;
                String code = Codes.density(score, care.qualifier(), care.side());
                yield observation(care, "kedja-bone-density", code, score ? "1" : "g/cm2", patient)
                        .addCategory(Codes.concept(CATEGORY, "imaging"))
                        .setDevice(new Reference(care.device()));
            }
            case LABORATORY_RESULT -> {
                String[] code = Codes.laboratory(care.code());
                yield observation(care, "kedja-laboratory-result", code[0], code[1], patient)
                        .addCategory(Codes.concept(CATEGORY, "laboratory"))
                        .setEncounter(new Reference(care.visit().source()));
            }
            case FALL_RISK_ASSESSMENT, DISCHARGE_NOTE ->
                procedure(care, null, Codes.concept(Codes.ACTIVITY, care.kind().token()), patient);
            default -> FhirOrders.of(care, patient);
        };
    }

    private static String riskCode(String code) {
        return code.equals("with-bmd") ? "AN099" : "AN098";
    }

    private static Procedure procedure(Fact fact, String profile, CodeableConcept code, Reference patient) {
        Procedure procedure = new Procedure();
        identify(procedure, fact.source());
        if (profile != null) {
            procedure.getMeta().addProfile(Codes.PROFILE + profile);
        }
        procedure.setStatus(Procedure.ProcedureStatus.COMPLETED);
        procedure.setCode(code);
        procedure.setSubject(patient);
        return procedure.setPerformed(date(fact));
    }

    private static Observation observation(
            Fact.Care care, String profile, String loinc, String unit, Reference patient) {
        Observation observation = new Observation();
        identify(observation, care.source());
        observation.getMeta().addProfile(Codes.PROFILE + profile);
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.setCode(Codes.concept(Codes.LOINC, loinc));
        observation.setSubject(patient);
        observation.setEffective(date(care));
        return observation.setValue(quantity(care.value(), unit));
    }

    private static Quantity quantity(double value, String unit) {
        return new Quantity()
                .setValue(BigDecimal.valueOf(value).stripTrailingZeros())
                .setSystem(Codes.UCUM)
                .setCode(unit);
    }

    private static DateTimeType date(Fact fact) {
        return new DateTimeType(fact.day().toString());
    }

    private static void identify(Resource resource, String source) {
        resource.setId(source.substring(source.indexOf('/') + 1));
    }
}
