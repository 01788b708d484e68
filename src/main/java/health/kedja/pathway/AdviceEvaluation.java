package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The advice on one chain. */
final class AdviceEvaluation {

    private final Course course;
    private final AdviceRules rules;
    private final boolean current;
    private final Map<StepCode, Step> steps = new EnumMap<>(StepCode.class);
    private final RiskAssessment risk;
    private final RiskReasons reasons;
    private final FindingsInRecord findings;
    private final Supplements supplements;
    private final List<AdviceLine> lines = new ArrayList<>();

    /**
     * Prepares the advice.
     *
     * @param current whether the chain is the one that the patient is cared for in: not ended, and no newer one
     */
    AdviceEvaluation(Course course, AdviceRules rules, FractureChain chain, boolean current) {
        this.course = course;
        this.rules = rules;
        this.current = current;
        chain.steps().forEach(step -> steps.put(step.code(), step));
        this.risk = new RiskAssessment(course);
        this.reasons = new RiskReasons(course, risk, rules.riskReasons());
        this.findings = new FindingsInRecord(course, rules, reasons);
        this.supplements = rules.supplement()
                .map(given -> new Supplements(course, rules, given))
                .orElse(null);
    }

    Advice advice() {
        if (!current) {
            return new Advice(reasons.all(), List.of(), List.of());
        }
        boolean lifeIsLimited = steps.get(StepCode.TREATMENT).reason() == StepReason.LIMITED_LIFE_EXPECTANCY;
        if (lifeIsLimited) {
            lines.add(lifestyle(
                    "prevention-without-drugs",
                    course.guideline().decisions().limitedLifeExpectancyRule(),
                    steps.get(StepCode.TREATMENT).evidence()));
        } else {
            treatment();
            if (risk.level() == RiskLevel.LOW) {
                rules.lifestyleRule().ifPresent(rule -> lines.add(lifestyle("lifestyle", rule, List.of())));
            }
        }
        List<MissingData> missing =
                new MissingDataSearch(course, rules, steps).find(risk, reasons.glucocorticoids(), lines);
        return new Advice(reasons.all(), lines, missing);
    }

    private void treatment() {
        AdviceLine alone = supplements == null ? null : supplements.alone();
        if (alone != null) {
            lines.add(alone);
        }
        ReferralAdvice referrals = new ReferralAdvice(course, rules, steps, risk, reasons, findings);
        lines.addAll(referrals.byFindings());
        Step step = steps.get(StepCode.TREATMENT);
        boolean treated = step.status() == StepStatus.DONE;
        List<AdviceLine> drugs = treated ? List.of() : drugs(step);
        drugs.stream().filter(line -> line.status() != AdviceStatus.RULED_OUT).forEach(lines::add);
        DrugCourse given = treated ? DrugCourse.latest(course, rules) : null;
        if (supplements != null && (goesWithADrug() || given != null && !given.stopped() && goesWith(given.option()))) {
            lines.add(supplements.besideADrug());
        }
        diagnosis();
        if (given != null) {
            rules.followUp().ifPresent(asked -> lines.addAll(new FollowUpAdvice(course, asked, given).lines()));
        }
        lines.addAll(referrals.bySteps());
        drugs.stream().filter(line -> line.status() == AdviceStatus.RULED_OUT).forEach(lines::add);
    }

    private boolean goesWithADrug() {
        return lines.stream().anyMatch(line -> line.option() != null && goesWith(line.option()));
    }

    private boolean goesWith(DrugOption option) {
        return rules.supplement().orElseThrow().goesWith(option);
    }

    private List<AdviceLine> drugs(Step step) {
        if (step.reason() == StepReason.REVIEW_ONGOING_TREATMENT) {
            // Which drug comes next is for the clinic that the patient is referred to.
            return List.of();
        }
        List<Rule> indicated = TreatmentIndication.met(course, risk).stream()
                .map(Indication::rule)
                .toList();
        DrugAdvice advice = new DrugAdvice(rules, findings);
        boolean open = step.status() != StepStatus.NOT_APPLICABLE;
        if (open && !indicated.isEmpty()) {
            return advice.lines(indicated, true, step.due());
        }
        if (open && step.reason() == null) {
            // Asked for though not everything is known: the scan was decided against.
            Rule rule = course.guideline().step(StepCode.TREATMENT).appliesRule();
            return advice.lines(List.of(rule), false, step.due());
        }
        List<Rule> considered = rules.considerTreatment().stream()
                .filter(this::holds)
                .map(ConsiderTreatment::rule)
                .toList();
        boolean decidedAgainst = !open && !step.evidence().isEmpty();
        return decidedAgainst || considered.isEmpty() ? List.of() : advice.lines(considered, false, step.due());
    }

    private boolean holds(ConsiderTreatment consider) {
        Event lowest = TreatmentIndication.lowestTScore(course);
        double tScore = lowest == null ? Double.NaN : lowest.value();
        boolean byReason = consider.riskReasons().isEmpty()
                || consider.riskReasons().stream().anyMatch(reasons::has);
        // NaN is on no side of a limit.
        return byReason
                && consider.fraxPercent()
                        .map(limit -> limit.holds(risk.fraxPercent()))
                        .orElse(true)
                && consider.tScore().map(limit -> limit.holds(tScore)).orElse(true);
    }

    private void diagnosis() {
        if (course.events().stream().anyMatch(event -> event.kind() == Kind.OSTEOPOROSIS_DIAGNOSIS)) {
            return;
        }
        Event lowest = TreatmentIndication.lowestTScore(course);
        for (DiagnosisRule diagnosis : rules.diagnoses()) {
            boolean byScore = diagnosis
                    .tScore()
                    .map(limit -> lowest != null && limit.holds(lowest.value()))
                    .orElse(true);
            boolean bySite = diagnosis.sites().isEmpty()
                    || course.episode().sites().stream().anyMatch(diagnosis.sites()::contains);
            if (byScore && bySite) {
                List<String> evidence = new ArrayList<>();
                evidence.add(course.episode().index().source());
                diagnosis.tScore().ifPresent(limit -> evidence.add(lowest.source()));
                lines.add(AdviceLine.of(
                                AdviceKind.DIAGNOSIS,
                                "osteoporosis",
                                AdviceStatus.ADVISED,
                                Strength.CONSIDER,
                                diagnosis.rule(),
                                evidence)
                        .withDetail(String.join(", ", diagnosis.codes())));
                return;
            }
        }
    }

    private AdviceLine lifestyle(String code, Rule rule, List<String> why) {
        LocalDate since = course.fractureDay();
        List<Event> given = course.since(since, event -> event.kind() == Kind.LIFESTYLE_ADVICE);
        List<String> evidence = new ArrayList<>(why);
        evidence.addAll(Course.sources(given, course.today()));
        AdviceStatus status = given.isEmpty() ? AdviceStatus.ADVISED : AdviceStatus.IN_PLACE;
        return AdviceLine.of(AdviceKind.LIFESTYLE, code, status, Strength.RECOMMENDED, rule, evidence);
    }
}
