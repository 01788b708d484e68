package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/**
 * Fractures, their causes, osteoporosis and short life expectancy.
 *
 * <p>A fracture or cause without onset carries the day it was recorded, as {@code day} and as {@code end}: the end tells the
 * clinical core that a known health care contact gives the better day ({@code docs/spec-clarifications.md} 5).
 */
final class ConditionEvents {

    private static final String DUE_TO = "http://hl7.org/fhir/StructureDefinition/condition-dueTo";
    /** ICD-10: osteoporosis with pathological fracture. */
    private static final String OSTEOPOROTIC = "M80";

    private final Condition condition;
    private final Reading reading;
    private final String encounter;
    private final LocalDate day;
    /** The day when it is only that of recording and a contact may know better, else null. */
    private final LocalDate recordedOnly;

    private final List<Event> events = new ArrayList<>(3);

    private ConditionEvents(Condition condition, Reading reading) {
        this.condition = condition;
        this.reading = reading;
        this.encounter = reading.references().of(condition.getEncounter());
        LocalDate onset = onset();
        LocalDate recorded = reading.days().first(condition.getRecordedDateElement());
        this.day = onset == null ? recorded : onset;
        this.recordedOnly = onset == null && encounter != null ? recorded : null;
    }

    static List<Event> of(Condition condition, Reading reading) {
        return Statuses.isVoid(condition) ? List.of() : new ConditionEvents(condition, reading).read();
    }

    private List<Event> read() {
        Concept concept = reading.concept(condition.getCode());
        boolean confirmed = !Statuses.isUnconfirmed(condition);
        if (concept.isForeign()) {
            events.add(reading.notUnderstood(concept, day));
            return events;
        }
        List<Meaning> fractures =
                concept.meanings().stream().filter(m -> m.is(Kind.FRACTURE)).toList();
        if (!fractures.isEmpty()) {
            fractures(fractures, confirmed);
        }
        if (confirmed) {
            for (Meaning meaning : concept.meanings()) {
                other(meaning);
            }
            if (!fractures.isEmpty()) {
                causes();
            }
        }
        return events.stream().distinct().toList();
    }

    private LocalDate onset() {
        if (condition.getOnset() instanceof DateTimeType date) {
            return reading.days().first(date);
        }
        return condition.getOnset() instanceof Period period ? reading.days().first(period.getStartElement()) : null;
    }

    /**
     * One fracture for the codings that mean the same one: of two ICD-10 codes where one begins the other, the longer;
     * an injury code rather than M80.-; an ICD-10 code rather than SNOMED CT. What remains (a second injury, a
     * follow-up or tumour code beside it) is told by further events of the same Condition.
     */
    private void fractures(List<Meaning> fractures, boolean confirmed) {
        BodySite where = BodySite.of(condition.getBodySite(), reading.maps());
        Map<String, Target> named = new LinkedHashMap<>();
        Target unnamed = null;
        for (Meaning fracture : fractures) {
            if (fracture.icd() != null) {
                named.putIfAbsent(fracture.icd(), fracture.target());
            } else {
                unnamed = unnamed == null || unnamed.code() == null ? fracture.target() : unnamed;
            }
        }
        Set<String> codes = named.keySet();
        boolean injury = codes.stream().anyMatch(ConditionEvents::isInjury);
        Event fracture = reading.event(confirmed ? Kind.FRACTURE : Kind.UNCONFIRMED_FRACTURE, day)
                .withEnd(recordedOnly)
                .withQualifier(first(where.site(), unnamed == null ? null : unnamed.code()))
                .withLaterality(first(where.laterality(), unnamed == null ? null : unnamed.laterality()))
                .withEncounter(encounter);
        if (codes.isEmpty()) {
            events.add(fracture);
            return;
        }
        for (String code : codes) {
            boolean longer = codes.stream().anyMatch(o -> o.length() > code.length() && o.startsWith(code));
            if (longer || injury && code.startsWith(OSTEOPOROTIC)) {
                continue;
            }
            events.add(fracture.withCode(code)
                    .withQualifier(
                            first(fracture.qualifier(), first(named.get(code).code(), siteCharacter(code))))
                    .withLaterality(first(fracture.laterality(), named.get(code).laterality())));
        }
    }

    /** Chapter S and T00–T14: the injury itself, not its follow-up, its cause or the bone's disease. */
    private static boolean isInjury(String icd) {
        return icd.startsWith("S") || icd.startsWith("T0") || icd.startsWith("T1");
    }

    /** The site that the fifth character of M80.- names in ICD-10-SE ({@code M800F}), or null. */
    private String siteCharacter(String icd) {
        return icd.startsWith(OSTEOPOROTIC) && icd.length() == 5
                ? reading.maps().site(Systems.ICD10_SE_M_SITE, icd.substring(4))
                : null;
    }

    private void other(Meaning meaning) {
        switch (meaning.target().kind() == null
                ? Kind.NOT_UNDERSTOOD
                : meaning.target().kind()) {
            case CIRCUMSTANCE -> circumstance(meaning.icd());
            case OSTEOPOROSIS_DIAGNOSIS, LIMITED_LIFE_EXPECTANCY -> {
                LocalDate evidence = evidenceDay();
                if (evidence != null) {
                    events.add(reading.event(meaning.target().kind(), evidence)
                            .withCode(meaning.is(Kind.OSTEOPOROSIS_DIAGNOSIS) ? meaning.icd() : null)
                            .withEncounter(encounter));
                }
            }
            case DISEASE -> disease(meaning.target().code());
            default -> {
                // Fractures are read above; nothing else is said by a Condition.
            }
        }
    }

    /** One that has passed says nothing, unless the record tells when it did. */
    private void disease(String code) {
        LocalDate evidence = evidenceDay();
        LocalDate last = condition.getAbatement() instanceof DateTimeType date
                ? reading.days().last(date)
                : condition.getAbatement() instanceof Period period
                        ? reading.days().end(period)
                        : null;
        if (evidence != null && (last != null || !Statuses.isPast(condition))) {
            events.add(reading.event(Kind.DISEASE, evidence)
                    .withEnd(last)
                    .withCode(code)
                    .withEncounter(encounter));
        }
    }

    private LocalDate evidenceDay() {
        LocalDate onset = condition.getOnset() instanceof DateTimeType date
                ? reading.days().last(date)
                : condition.getOnset() instanceof Period period ? reading.days().start(period) : null;
        return onset == null ? reading.days().last(condition.getRecordedDateElement()) : onset;
    }

    /**
     * {@code condition-dueTo}: a code is a circumstance of this fracture. A reference is one whose code is in the other
     * Condition: its {@code qualifier} names that Condition, its {@code code} is null.
     */
    private void causes() {
        for (Extension extension : condition.getExtensionsByUrl(DUE_TO)) {
            if (extension.getValue() instanceof CodeableConcept cause) {
                cause.getCoding().stream()
                        .filter(c -> c.hasSystem() && c.hasCode())
                        .filter(c -> CodeMaps.isIcd(reading.maps().canonical(c.getSystem())))
                        .map(c -> reading.maps().canonicalCode(reading.maps().canonical(c.getSystem()), c.getCode()))
                        .forEach(this::circumstance);
            } else if (extension.getValue() instanceof Reference other
                    && reading.references().of(other) != null) {
                events.add(cause().withQualifier(reading.references().of(other)));
            }
        }
    }

    private void circumstance(String code) {
        if (code != null) {
            events.add(cause().withCode(code));
        }
    }

    private Event cause() {
        return reading.event(Kind.CIRCUMSTANCE, day).withEnd(recordedOnly).withEncounter(encounter);
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }
}
