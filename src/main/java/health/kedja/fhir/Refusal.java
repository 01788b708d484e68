package health.kedja.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;

/**
 * What a patient does not want done with the record.
 *
 * @param custodian for {@link Kind#BLOCK}, the logical id of the Organization whose records it is about; null for those of
 *     all
 * @param from first day; null where none is given
 * @param end last day; null where none is given
 */
public record Refusal(Kind kind, String custodian, LocalDate from, LocalDate end) {

    private static final String CATEGORY = Systems.CODE_SYSTEM + "kedja-consent-category";
    private static final String PARTICIPATIONS = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    /** What is refused. */
    public enum Kind {
        /** To be in quality registers (Sweden: Patient Data Act 2008:355, chapter 7, section 2). */
        REGISTER_OPT_OUT,
        /** That others than the unit that recorded it see a record (the same, chapter 4, section 4). */
        BLOCK;

        /** As codes and rows name it, such as {@code register-opt-out}. */
        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a Consent refuses; nothing unless it is active. */
    static List<Refusal> of(Consent consent, Days days) {
        if (consent.getStatus() != Consent.ConsentState.ACTIVE) {
            return List.of();
        }
        LocalDate from = days.first(consent.getProvision().getPeriod().getStartElement());
        LocalDate end = days.end(consent.getProvision().getPeriod());
        List<Refusal> refusals = new ArrayList<>(1);
        Set<Kind> kinds = kinds(consent);
        if (kinds.contains(Kind.REGISTER_OPT_OUT)) {
            refusals.add(new Refusal(Kind.REGISTER_OPT_OUT, null, from, end));
        }
        if (kinds.contains(Kind.BLOCK)) {
            List<String> custodians = custodians(consent);
            Stream<String> blocked = custodians.isEmpty() ? Stream.of((String) null) : custodians.stream();
            blocked.map(unit -> new Refusal(Kind.BLOCK, unit, from, end)).forEach(refusals::add);
        }
        return refusals;
    }

    /** What the categories of a Consent say that it refuses, whatever its status. */
    public static Set<Kind> kinds(Consent consent) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (CodeableConcept category : consent.getCategory()) {
            for (Coding coding : category.getCoding()) {
                for (Kind kind : Kind.values()) {
                    if (CATEGORY.equals(coding.getSystem()) && kind.token().equals(coding.getCode())) {
                        kinds.add(kind);
                    }
                }
            }
        }
        return kinds;
    }

    /** The logical ids of the Organizations whose records a block is about; none where it is about those of all. */
    public static List<String> custodians(Consent consent) {
        return consent.getProvision().getActor().stream()
                .filter(actor -> isCustodian(actor.getRole()))
                .map(provisionActorComponent::getReference)
                .map(reference -> Party.of(consent, reference).organization())
                .filter(unit -> unit != null)
                .distinct()
                .toList();
    }

    private static boolean isCustodian(CodeableConcept role) {
        return role.getCoding().stream().anyMatch(Refusal::isCustodian);
    }

    private static boolean isCustodian(Coding role) {
        return "CST".equals(role.getCode()) && PARTICIPATIONS.equals(role.getSystem());
    }
}
