package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Care that was given, as the code of a Procedure, a report or a contact says it. */
final class Activities {

    private static final Set<Kind> GIVEN = EnumSet.of(
            Kind.EPISODE_OPENED,
            Kind.COORDINATOR_ASSESSMENT,
            Kind.RISK_ASSESSMENT,
            Kind.BONE_DENSITY_SCAN,
            Kind.VERTEBRAL_FRACTURE_ASSESSMENT,
            Kind.LIMITED_LIFE_EXPECTANCY,
            Kind.REFERRAL,
            Kind.DISCHARGE_NOTE,
            Kind.FALL_RISK_ASSESSMENT,
            Kind.FALL_PREVENTION,
            Kind.TRAINING,
            Kind.PATIENT_EDUCATION,
            Kind.LIFESTYLE_ADVICE,
            Kind.DRUG_REVIEW,
            Kind.FOLLOW_UP_PLAN,
            Kind.FOLLOW_UP_CONTACT,
            Kind.HIP_FRACTURE_SURGERY);

    /** Kinds of which a decision against one is none against the others: advice on tobacco is not advice on diet. */
    private static final Set<Kind> SAYS_WHICH =
            EnumSet.of(Kind.REFERRAL, Kind.FALL_PREVENTION, Kind.TRAINING, Kind.LIFESTYLE_ADVICE);

    private Activities() {}

    /** The events of what was done; none without a day, for what has no day cannot be placed in a chain. */
    static List<Event> done(Concept concept, LocalDate day, LocalDate end, String encounter, Reading reading) {
        List<Event> events = new ArrayList<>(2);
        if (day == null) {
            return events;
        }
        for (Meaning meaning : concept.meanings()) {
            Kind kind = activity(meaning);
            if (kind != null) {
                String code = kind == Kind.HIP_FRACTURE_SURGERY ? meaning.code() : eventCode(meaning, kind);
                Event event =
                        reading.event(kind, day).withEnd(end).withCode(code).withEncounter(encounter);
                if (!events.contains(event)) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    /** The events of what was decided against. */
    static List<Event> notDone(Concept concept, String reason, LocalDate day, Reading reading) {
        List<Event> events = new ArrayList<>(1);
        if (day == null) {
            return events;
        }
        for (Meaning meaning : concept.meanings()) {
            String what = notDoneCode(meaning);
            if (what != null && events.stream().noneMatch(e -> e.code().equals(what))) {
                events.add(reading.notDone(what, reason, day));
            }
        }
        return events;
    }

    private static String notDoneCode(Meaning meaning) {
        if (meaning.target().isDrug()) {
            return Drugs.isBoneSpecific(meaning) ? Kind.DRUG_ORDERED.token() : null;
        }
        if (meaning.is(Kind.LABORATORY_RESULT)) {
            return Kind.LABORATORY_RESULT.token();
        }
        Kind kind = activity(meaning);
        if (kind == null) {
            return null;
        }
        return SAYS_WHICH.contains(kind) && meaning.target().code() != null
                ? kind.token() + ":" + meaning.target().code()
                : kind.token();
    }

    /** The activity behind a code; a code for a result stands for the examination that gives it. */
    static Kind activity(Meaning meaning) {
        Kind kind = meaning.target().kind();
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case BMD, T_SCORE, Z_SCORE -> Kind.BONE_DENSITY_SCAN;
            case FRAX_MAJOR, FRAX_HIP -> Kind.RISK_ASSESSMENT;
            default -> GIVEN.contains(kind) ? kind : null;
        };
    }

    // The code of a result is a region or nothing of the sort that an examination carries.
    private static String eventCode(Meaning meaning, Kind kind) {
        return meaning.target().kind() == kind ? meaning.target().code() : null;
    }
}
