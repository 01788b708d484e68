package health.kedja.pathway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why the risk of a chain is what it is. */
final class RiskReasons {

    private final Course course;
    private final RiskAssessment risk;
    private final RiskReasonRules rules;
    private final GlucocorticoidUse glucocorticoids;
    private final List<RiskReason> reasons = new ArrayList<>();

    RiskReasons(Course course, RiskAssessment risk, RiskReasonRules rules) {
        this.course = course;
        this.risk = risk;
        this.rules = rules;
        this.glucocorticoids = rules.glucocorticoids()
                .map(counting -> GlucocorticoidUse.of(course, counting))
                .orElse(GlucocorticoidUse.NONE);
        whatSetsIt();
        tScore();
        rules.glucocorticoids()
                .filter(glucocorticoids::counts)
                .ifPresent(counting -> add(
                        RiskReasonCode.GLUCOCORTICOIDS,
                        glucocorticoids.prednisoloneMgPerDay(),
                        counting.rule(),
                        Course.sources(glucocorticoids.evidence(), course.today())));
        rules.age().ifPresent(this::age);
        rules.vertebral().ifPresent(this::vertebrae);
        onTreatment();
    }

    List<RiskReason> all() {
        return reasons;
    }

    boolean has(RiskReasonCode code) {
        return find(code) != null;
    }

    RiskReason find(RiskReasonCode code) {
        return reasons.stream().filter(one -> one.code() == code).findFirst().orElse(null);
    }

    GlucocorticoidUse glucocorticoids() {
        return glucocorticoids;
    }

    private void whatSetsIt() {
        RiskRules sets = course.guideline().risk();
        if (risk.highBySite()) {
            boolean index =
                    sets.highRiskSites().contains(course.episode().site().id());
            List<String> evidence = index
                    ? List.of(course.episode().index().source())
                    : course.episode().fractures();
            reasons.add(new RiskReason(RiskReasonCode.SITE, true, Double.NaN, sets.siteRule(), evidence));
        }
        Event imaging = risk.vertebralFracture();
        if (imaging != null) {
            RiskReasonCode code = RiskReasonCode.VERTEBRAL_FRACTURE_ON_IMAGING;
            reasons.add(new RiskReason(code, true, Double.NaN, sets.siteRule(), List.of(imaging.source())));
        }
        Event frax = risk.frax();
        if (frax != null && sets.ofFrax(frax.value()) == risk.level()) {
            Optional<Rule> rule = switch (risk.level()) {
                case HIGH -> Optional.of(sets.highRule());
                case LOW -> Optional.of(sets.lowRule());
                default -> rules.intermediateRule();
            };
            rule.ifPresent(by ->
                    reasons.add(new RiskReason(RiskReasonCode.FRAX, true, frax.value(), by, List.of(frax.source()))));
        }
    }

    private void tScore() {
        Event lowest = TreatmentIndication.lowestTScore(course);
        if (lowest != null && rules.tScore().holds(lowest.value())) {
            add(RiskReasonCode.T_SCORE, lowest.value(), rules.tScoreRule(), List.of(lowest.source()));
        }
    }

    private void age(RiskReasonRules.AgeReason high) {
        if (course.birth() == null || course.episode().sites().stream().noneMatch(high.sites()::contains)) {
            return;
        }
        int years = Entry.ageOn(course.birth(), course.fractureDay());
        if (years > high.aboveYears()) {
            List<String> evidence = course.events().stream()
                    .filter(event -> event.kind() == Kind.BIRTH)
                    .map(Event::source)
                    .limit(1)
                    .toList();
            add(RiskReasonCode.AGE, years, high.rule(), evidence);
        }
    }

    private void vertebrae(RiskReasonRules.VertebralReason several) {
        VertebralFractures broken = new VertebralFractures(course, several);
        if (broken.count() >= several.atLeast()) {
            add(
                    RiskReasonCode.MULTIPLE_VERTEBRAL_FRACTURES,
                    Double.NaN,
                    several.rule(),
                    List.copyOf(broken.evidence()));
        }
    }

    private void onTreatment() {
        Coverage coverage = new Coverage(course.guideline().drugs());
        List<Event> covering = course.events().stream()
                .filter(event -> coverage.covers(event, course.fractureDay().minusDays(1)))
                .toList();
        if (!covering.isEmpty()) {
            Rule rule = course.guideline().treatment().reviewRule();
            add(RiskReasonCode.FRACTURE_ON_TREATMENT, Double.NaN, rule, Course.sources(covering, course.fractureDay()));
        }
    }

    private void add(RiskReasonCode code, double value, Rule rule, List<String> evidence) {
        reasons.add(new RiskReason(code, false, value, rule, evidence));
    }
}
