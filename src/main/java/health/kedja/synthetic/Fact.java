package health.kedja.synthetic;

import health.kedja.pathway.Kind;
import java.time.LocalDate;

/** Something that truly happened to a person and is in the record. */
public sealed interface Fact {

    /** The resource that tells it, such as {@code Condition/s1-7-3}. */
    String source();

    /** The day it happened, or began. */
    LocalDate day();

    /**
     * A health care contact.
     *
     * @param to last day; null while it goes on
     * @param minute minutes after midnight of its start, or -1 when the record does not tell
     * @param patientClass {@code IMP}, {@code EMER} or {@code AMB}
     * @param unit such as {@code Organization/clinic-12-0}
     * @param main the Condition that is its main diagnosis, or null
     */
    record Visit(String source, LocalDate day, LocalDate to, int minute, String patientClass, String unit, String main)
            implements Fact {

        boolean inpatient() {
            return patientClass.equals("IMP");
        }

        /** The last day, or the first where the last is not known. */
        LocalDate lastDay() {
            return to == null ? day : to;
        }
    }

    /**
     * A fracture diagnosis at a contact.
     *
     * @param bone what broke
     * @param visit where it was found; null in primary care, of which the record has the diagnosis alone
     * @param side {@code left}, {@code right} or null
     * @param cause external cause, ICD-10 without dot, or null
     * @param causeSource the resource that tells the cause, or null
     * @param registeredAfter days until it was registered
     * @param twice a second resource that says the same, registered by mistake; or null
     */
    record Fracture(
            String source,
            LocalDate day,
            Bone bone,
            Visit visit,
            String side,
            String cause,
            String causeSource,
            int registeredAfter,
            String twice)
            implements Fact {

        boolean main() {
            return visit != null && source.equals(visit.main());
        }

        boolean inpatient() {
            return visit != null && visit.inpatient();
        }

        /** Whether the patient register has it: hospitals and specialists, not primary care. */
        boolean specialised() {
            return visit != null;
        }

        /** The last day of its contact. */
        LocalDate lastDay() {
            return visit == null ? day : visit.lastDay();
        }
    }

    /**
     * An operation of a hip fracture.
     *
     * @param minute minutes after midnight of its start, or -1 when the record does not tell
     * @param code KVÅ
     */
    record Surgery(String source, LocalDate day, int minute, String code, Visit visit) implements Fact {}

    /** An osteoporosis diagnosis; {@code visit} is null in primary care. */
    record Osteoporosis(String source, LocalDate day, String icd, Visit visit, int registeredAfter) implements Fact {}

    /**
     * A drug, dispensed or given.
     *
     * @param atc ATC code
     * @param days days that it lasts
     * @param inClinic given by staff, on requisition; otherwise dispensed by a pharmacy
     * @param visit where it was given, or null
     */
    record Supply(String source, LocalDate day, String atc, int days, boolean inClinic, Visit visit) implements Fact {}

    /** Where the person lives; {@code region} is {@code abroad} after emigration. {@code to} is null for still. */
    record Home(String source, LocalDate day, LocalDate to, String region, String municipality) implements Fact {}

    /** A stay in special housing for older people; {@code to} is null for still. */
    record CareHome(String source, LocalDate day, LocalDate to) implements Fact {}

    /** Anything else; the fields as {@link Kind} states them, {@code value} NaN when there is none. */
    record Care(
            String source,
            LocalDate day,
            Kind kind,
            String code,
            String qualifier,
            String side,
            double value,
            LocalDate to,
            Visit visit,
            String device)
            implements Fact {}

    /** A fracture that was registered by mistake and taken back: the record holds it, entered in error. */
    record Mistake(String source, LocalDate day, Bone bone) implements Fact {}
}
