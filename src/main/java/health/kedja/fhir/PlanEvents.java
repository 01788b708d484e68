package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;

/** Referrals and plans: what is asked for, not yet done. */
final class PlanEvents {

    /** What can be asked for by name: offered, not done. */
    static final Set<Kind> ASKED_FOR = EnumSet.of(
            Kind.FALL_RISK_ASSESSMENT,
            Kind.FALL_PREVENTION,
            Kind.PATIENT_EDUCATION,
            Kind.LIFESTYLE_ADVICE,
            Kind.DRUG_REVIEW);

    private PlanEvents() {}

    static List<Event> of(ServiceRequest request, Reading reading) {
        if (request.getStatus() == null) {
            return List.of();
        }
        LocalDate authored = reading.days().last(request.getAuthoredOnElement());
        LocalDate day = authored == null ? CareEvents.day(request.getOccurrence(), reading.days()) : authored;
        List<String> referrals = referrals(request, reading);
        if (day == null || referrals.isEmpty()) {
            return List.of();
        }
        List<CodeableConcept> reasons = new ArrayList<>(Statuses.reasonOf(request));
        reasons.addAll(request.getReasonCode());
        switch (request.getStatus()) {
            case ACTIVE, ONHOLD, COMPLETED, UNKNOWN -> {
                if (request.getDoNotPerform()) {
                    return against(referrals, NotDoneReason.of(reasons, reading.maps()), day, reading);
                }
                boolean order = Statuses.isOrder(
                        request.hasIntent() ? request.getIntent().toCode() : "order");
                return !order
                        ? List.of()
                        : referrals.stream()
                                .map(to -> reading.event(Kind.REFERRAL, day)
                                        .withCode(to)
                                        .withEncounter(reading.references().of(request.getEncounter())))
                                .toList();
            }
            case REVOKED -> {
                // Withdrawn: a decision only where a reason for it is stated.
                String reason = NotDoneReason.known(reasons, reading.maps());
                return reason == null ? List.of() : against(referrals, reason, day, reading);
            }
            default -> {
                return List.of();
            }
        }
    }

    private static List<Event> against(List<String> referrals, String reason, LocalDate day, Reading reading) {
        return referrals.stream()
                .map(to -> reading.notDone(Kind.REFERRAL.token() + ":" + to, reason, day))
                .toList();
    }

    /** Where to: as coded; a request for a bone density scan or training goes to those who do it. */
    private static List<String> referrals(ServiceRequest request, Reading reading) {
        Concept concept = reading.concept(request.getCode());
        List<CodeableConcept> details = new ArrayList<>(request.getOrderDetail());
        details.addAll(request.getCategory());
        details.add(request.getPerformerType());
        for (CodeableConcept detail : details) {
            concept = concept.and(reading.concept(detail));
        }
        return concept.meanings().stream()
                .map(PlanEvents::referral)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String referral(Meaning meaning) {
        Kind kind = Activities.activity(meaning);
        if (kind == null) {
            return null;
        }
        if (ASKED_FOR.contains(kind)) {
            return meaning.target().code() == null
                    ? kind.token()
                    : kind.token() + ":" + meaning.target().code();
        }
        return switch (kind) {
            case REFERRAL -> meaning.target().code();
            case BONE_DENSITY_SCAN -> "bone-density";
            case TRAINING -> "physiotherapy";
            default -> null;
        };
    }

    static List<Event> of(CarePlan plan, Reading reading) {
        if (plan.getStatus() == null) {
            return List.of();
        }
        boolean valid;
        switch (plan.getStatus()) {
            case ACTIVE, ONHOLD, COMPLETED, UNKNOWN -> valid = true;
            case REVOKED -> valid = false;
            default -> {
                return List.of();
            }
        }
        LocalDate start = reading.days().start(plan.getPeriod());
        LocalDate created = reading.days().last(plan.getCreatedElement());
        LocalDate opened = start == null ? created : start;
        LocalDate made = created == null ? start : created;
        String encounter = reading.references().of(plan.getEncounter());
        List<Event> events = new ArrayList<>(2);
        for (CodeableConcept category : plan.getCategory()) {
            for (Meaning meaning : reading.concept(category).meanings()) {
                if (meaning.is(Kind.EPISODE_OPENED) && opened != null) {
                    events.add(reading.ofUnit(
                            reading.event(Kind.EPISODE_OPENED, opened).withEncounter(encounter), plan.getAuthor()));
                } else if (meaning.is(Kind.FOLLOW_UP_PLAN) && made != null && valid) {
                    events.add(reading.event(Kind.FOLLOW_UP_PLAN, made)
                            .withEnd(review(plan, reading))
                            .withEncounter(encounter));
                }
            }
        }
        return events.stream().distinct().toList();
    }

    /** The first planned follow-up contact; else the end of the plan's period, by which it is to be reviewed. */
    private static LocalDate review(CarePlan plan, Reading reading) {
        return plan.getActivity().stream()
                .map(CarePlan.CarePlanActivityComponent::getDetail)
                .filter(detail -> !detail.getDoNotPerform())
                .filter(detail -> reading.concept(detail.getCode()).meanings().stream()
                        .anyMatch(m -> m.is(Kind.FOLLOW_UP_CONTACT)))
                .map(detail -> scheduled(detail.getScheduled(), reading.days()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> reading.days().end(plan.getPeriod()));
    }

    private static LocalDate scheduled(Type scheduled, Days days) {
        if (scheduled instanceof Timing timing) {
            return timing.getEvent().stream()
                    .map(days::last)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(
                            timing.getRepeat().hasBoundsPeriod()
                                    ? days.start(timing.getRepeat().getBoundsPeriod())
                                    : null);
        }
        if (scheduled instanceof Period period && period.hasEnd()) {
            return days.end(period);
        }
        return CareEvents.day(scheduled, days);
    }
}
