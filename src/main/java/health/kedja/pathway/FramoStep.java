package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** The step risk-assessment done by FRAMO, where the guideline lets it. */
final class FramoStep {

    private FramoStep() {}

    /** The step, done on the first day on which FRAMO was decided; null when it does not do it. */
    static Step of(Course course) {
        FramoRules rules = course.guideline().framo();
        if (!rules.satisfiesRiskAssessment()) {
            return null;
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(course.fractureDay());
        for (Event event : course.since(course.fractureDay(), FramoStep::answers)) {
            days.add(event.day());
        }
        if (course.birth() != null) {
            // Whichever side of the limit counts, and whether or not the year of the birthday has a 29 February.
            LocalDate birthday =
                    course.birth().plusYears((long) Math.floor(rules.ageYears().value()));
            for (LocalDate day : List.of(
                    birthday,
                    birthday.plusDays(1),
                    birthday.plusYears(1),
                    birthday.plusYears(1).plusDays(1))) {
                if (day.isAfter(course.fractureDay()) && !day.isAfter(course.today())) {
                    days.add(day);
                }
            }
        }
        for (LocalDate day : days) {
            Framo framo = Framo.on(
                    day, course.events(), course.episode().fractures(), course.fractureDay(), course.guideline());
            if (framo.risk() != FramoRisk.UNDECIDED) {
                List<String> evidence = framo.answers().stream()
                        .flatMap(answer -> answer.evidence().stream())
                        .distinct()
                        .toList();
                StepCode code = StepCode.RISK_ASSESSMENT;
                return Steps.done(code, course.dueOf(code), day, evidence, null, rules.rule());
            }
        }
        return null;
    }

    private static boolean answers(Event event) {
        return event.kind() == Kind.BODY_WEIGHT
                || event.kind() == Kind.IMPAIRED_RISE_UP
                || event.kind() == Kind.FRAMO_ANSWER;
    }
}
