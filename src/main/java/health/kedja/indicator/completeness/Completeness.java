package health.kedja.indicator.completeness;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Definition;
import health.kedja.indicator.Evaluation;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.definition.Basis;
import health.kedja.indicator.definition.Caveat;
import health.kedja.indicator.definition.Criterion;
import health.kedja.indicator.definition.Exclusion;
import health.kedja.indicator.definition.Improvement;
import health.kedja.indicator.definition.InitialPopulation;
import health.kedja.indicator.definition.Levels;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.Scoring;
import health.kedja.pathway.Certainty;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is asked of the completeness of fields, as a file {@code profiles/completeness/*.yaml} defines it. Each field, and
 * the fields of each indicator together, is an indicator like any other: the share of those it is about in whom it is
 * filled.
 *
 * @param id such as {@code RCP-1}
 * @param version of the definition
 * @param title words for people
 * @param sources documents
 * @param certainty how well the definition as a whole is known
 * @param levels levels that the source sorts results into
 * @param population in whom the fields should be filled
 * @param exclusions who is left out
 * @param followUp how long after the index must be seen before anybody is counted
 * @param fields the fields
 * @param rule when a record counts as complete, where the source has such a rule
 * @param ageBands lowest age of each age group
 * @param caveats what a reader must know
 * @param codeLists code lists that the definition names
 */
public record Completeness(
        String id,
        String version,
        String title,
        List<String> sources,
        Certainty certainty,
        Optional<Levels> levels,
        InitialPopulation population,
        List<Exclusion> exclusions,
        Period followUp,
        List<Field> fields,
        Optional<FieldRule> rule,
        List<Integer> ageBands,
        List<Caveat> caveats,
        Map<String, List<String>> codeLists)
        implements Definition {

    public Completeness {
        fields = List.copyOf(fields);
        int known = fields.size();
        if (fields.stream().map(Field::code).distinct().count() < known) {
            throw new IllegalArgumentException("A field is named twice");
        }
        rule.filter(each -> each.outOf() != known).ifPresent(each -> {
            throw new IllegalArgumentException(
                    "The rule is of " + each.outOf() + " fields, and " + known + " are named");
        });
    }

    /** How far the fields are filled in a cohort. The question's standard population is not used. */
    public CompletenessReport evaluate(Question question, Cohort cohort) {
        Question crude = new Question(
                question.periodStart(),
                question.periodEnd(),
                question.asOf(),
                question.by(),
                question.people(),
                Optional.empty(),
                question.suppressBelow());
        return evaluate(
                crude,
                part -> Evaluation.of(part, crude, cohort, (chains, words, asOf) -> {
                    throw new IllegalArgumentException(
                            "The completeness of fields cannot be told by " + Stratifier.CHAIN_TYPE.token());
                }));
    }

    /**
     * How far the fields are filled.
     *
     * @param question what the evaluation answers, without standard population
     * @param evaluation gives the report of each share
     */
    public CompletenessReport evaluate(Question question, Function<Indicator, Report> evaluation) {
        Map<String, Report> byField = new LinkedHashMap<>();
        shareOfFields().forEach((field, share) -> byField.put(field, evaluation.apply(share)));
        Map<String, Report> byIndicator = new LinkedHashMap<>();
        shareOfIndicators().forEach((indicator, share) -> byIndicator.put(indicator, evaluation.apply(share)));
        return new CompletenessReport(this, question, byField, byIndicator, Verdicts.of(this, byField.values()));
    }

    /** By code of a field, the share of those in whom it is filled; in the order of the definition. */
    public Map<String, Indicator> shareOfFields() {
        Map<String, Indicator> shares = new LinkedHashMap<>();
        fields.forEach(
                field -> shares.put(field.code(), indicator(id + ":" + field.code(), field.filledBy(), field.basis())));
        return shares;
    }

    /** By id of an indicator, the share of those in whom all fields are filled that it needs; in the order of the ids. */
    public Map<String, Indicator> shareOfIndicators() {
        Map<String, Indicator> shares = new TreeMap<>();
        for (Field field : fields) {
            for (String needing : field.neededBy()) {
                shares.computeIfAbsent(
                        needing, unknown -> indicator(id + ":" + needing, criteriaOf(needing), field.basis()));
            }
        }
        return shares;
    }

    /** The share of those in whom every field is filled: the definition as one indicator. */
    public Indicator together() {
        return indicator(
                id,
                fields.stream().flatMap(field -> field.filledBy().stream()).toList(),
                fields.get(0).basis());
    }

    private List<Criterion> criteriaOf(String indicator) {
        return fields.stream()
                .filter(field -> field.neededBy().contains(indicator))
                .flatMap(field -> field.filledBy().stream())
                .toList();
    }

    private Indicator indicator(String name, List<Criterion> filled, Basis basis) {
        return new Indicator(
                name,
                version,
                title,
                Optional.empty(),
                sources,
                certainty,
                Scoring.PROPORTION,
                Improvement.INCREASE,
                Optional.empty(),
                levels,
                population,
                exclusions,
                Optional.empty(),
                Optional.of(new Outcome(
                        filled,
                        List.of(),
                        Optional.of(followUp),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        basis)),
                Optional.empty(),
                Optional.empty(),
                ageBands,
                List.of(),
                Optional.empty(),
                caveats,
                codeLists);
    }

    /** Whether more of a field is missing than the rule allows; empty where it is not shown or nobody is counted. */
    static Optional<Boolean> isPoor(FieldRule rule, Cell cell) {
        if (cell.standing() != Cell.Standing.SHOWN || cell.counts().denominator() == 0) {
            return Optional.empty();
        }
        long all = cell.counts().denominator();
        return Optional.of(all - cell.counts().numerator() > rule.missingAbove() * all);
    }
}
