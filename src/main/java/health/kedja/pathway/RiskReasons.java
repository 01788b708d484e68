package health.kedja.pathway;

import java.util.ArrayList;
import java.util.List;

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
        this.glucocorticoids = GlucocorticoidUse.of(course, rules.glucocorticoids());
        whatSetsIt();
        tScore();
        if (glucocorticoids.counts(rules.glucocorticoids())) {
            add(
                    RiskReasonCode.GLUCOCORTICOIDS,
                    glucocorticoids.prednisoloneMgPerDay(),
                    rules.glucocorticoids().rule(),
                    Course.sources(glucocorticoids.evidence(), course.today()));
        }
        age();
        vertebrae();
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
            Rule rule = switch (risk.level()) {
                case HIGH -> sets.highRule();
                case LOW -> sets.lowRule();
                default -> rules.intermediateRule();
            };
            reasons.add(new RiskReason(RiskReasonCode.FRAX, true, frax.value(), rule, List.of(frax.source())));
        }
    }

    private void tScore() {
        Event lowest = TreatmentIndication.lowestTScore(course);
        if (lowest != null && rules.tScore().holds(lowest.value())) {
            add(RiskReasonCode.T_SCORE, lowest.value(), rules.tScoreRule(), List.of(lowest.source()));
        }
    }

    private void age() {
        if (course.birth() == null || course.episode().sites().stream().noneMatch(rules.ageSites()::contains)) {
            return;
        }
        int years = Entry.ageOn(course.birth(), course.fractureDay());
        if (years > rules.aboveAgeYears()) {
            List<String> evidence = course.events().stream()
                    .filter(event -> event.kind() == Kind.BIRTH)
                    .map(Event::source)
                    .limit(1)
                    .toList();
            add(RiskReasonCode.AGE, years, rules.ageRule(), evidence);
        }
    }

    private void vertebrae() {
        VertebralFractures broken = new VertebralFractures(course, rules);
        if (broken.count() >= rules.vertebralAtLeast()) {
            add(
                    RiskReasonCode.MULTIPLE_VERTEBRAL_FRACTURES,
                    Double.NaN,
                    rules.vertebralRule(),
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
