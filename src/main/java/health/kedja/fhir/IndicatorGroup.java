package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.definition.Basis;
import health.kedja.indicator.definition.Exclusion;
import health.kedja.indicator.definition.Outcome;
import health.kedja.indicator.definition.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupPopulationComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupStratifierComponent;
import org.hl7.fhir.r4.model.StringType;

/** A group of a Measure: its populations in words, and what it can be divided by. */
final class IndicatorGroup {

    static final String ID = "group-1";

    private static final String LINK = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Measure.";
    private static final String CRITERIA_REFERENCE = "http://hl7.org/fhir/StructureDefinition/cqf-criteriaReference";

    private final MeasureGroupComponent group;
    private final Indicator indicator;
    private final String prefix;

    private IndicatorGroup(MeasureGroupComponent group, Indicator indicator, String prefix) {
        this.group = group;
        this.indicator = indicator;
        this.prefix = prefix;
    }

    static void add(Measure measure, Indicator indicator) {
        add(measure, indicator, ID, indicator.title(), "");
    }

    /**
     * Adds a group.
     *
     * @param prefix of the ids of its elements, so that those of several groups differ
     */
    static MeasureGroupComponent add(
            Measure measure, Indicator indicator, String id, String description, String prefix) {
        MeasureGroupComponent group = measure.addGroup();
        link(group, id, "group");
        group.setDescription(description);
        new IndicatorGroup(group, indicator, prefix).populations();
        for (Stratifier stratifier : Stratifier.values()) {
            MeasureGroupStratifierComponent by = group.addStratifier();
            link(by, prefix + stratifier.token(), "group.stratifier");
            by.getCode().addCoding().setSystem(MeasureCodes.STRATIFIER).setCode(stratifier.token());
            by.setCriteria(expression("The value of " + stratifier.token() + " on the day of the index."));
        }
        return group;
    }

    private void populations() {
        population(
                "initial-population",
                IndicatorWords.population(indicator.population()),
                List.of(indicator.population().basis()));
        switch (indicator.scoring()) {
            case PROPORTION -> fraction();
            case RATIO -> {
                fraction();
                observation("denominator", "sum", indicator.denominatorQuantity());
                observation("numerator", "sum", indicator.quantity());
            }
            case RATE -> {
                fraction();
                observation(
                        "denominator",
                        "sum",
                        indicator.exposure().map(IndicatorWords::exposure).orElse("Days at risk."));
                observation("numerator", "count", "Each event counts.");
            }
            case CONTINUOUS -> {
                exclusions("measure-population-exclusion");
                population("measure-population", IndicatorWords.denominator(indicator), outcomeBasis());
                observation("measure-population", "median", indicator.quantity());
            }
            case COHORT -> {}
        }
    }

    private void fraction() {
        population(
                "denominator",
                IndicatorWords.denominator(indicator),
                indicator.exposure().map(exposure -> exposure.basis()).stream().toList());
        exclusions("denominator-exclusion");
        population(
                "numerator",
                indicator.outcome().map(IndicatorWords::outcome).orElse("Everyone of the denominator."),
                outcomeBasis());
    }

    private List<Basis> outcomeBasis() {
        return indicator.outcome().map(Outcome::basis).stream().toList();
    }

    private void exclusions(String code) {
        if (!indicator.exclusions().isEmpty()) {
            population(
                    code,
                    IndicatorWords.exclusions(indicator.exclusions()),
                    indicator.exclusions().stream().map(Exclusion::basis).toList());
        }
    }

    private MeasureGroupPopulationComponent population(String code, String words, List<Basis> bases) {
        MeasureGroupPopulationComponent population = group.addPopulation();
        link(population, prefix + code, "group.population");
        population.setCode(MeasureCodes.population(code));
        population.setDescription(words);
        population.setCriteria(expression(words));
        bases.stream().distinct().forEach(basis -> population.addExtension(extension(basis)));
        return population;
    }

    private void observation(String of, String aggregate, Optional<Quantity> quantity) {
        observation(of, aggregate, quantity.map(IndicatorWords::quantity).orElse("1"));
    }

    private void observation(String of, String aggregate, String words) {
        MeasureGroupPopulationComponent observation = group.addPopulation();
        link(observation, prefix + of + "-observation", "group.population");
        observation.addExtension(CRITERIA_REFERENCE, new StringType(prefix + of));
        observation.addExtension(MeasureCodes.CQM + "cqm-aggregateMethod", new CodeType(aggregate));
        observation.setCode(MeasureCodes.population("measure-observation"));
        observation.setDescription(words);
        observation.setCriteria(expression(words));
    }

    private static Extension extension(Basis basis) {
        Extension extension = new Extension(Systems.PROFILE + "kedja-part-basis");
        extension.addExtension("source", new StringType(basis.source()));
        extension.addExtension("certainty", new CodeType(IndicatorWords.token(basis.certainty())));
        Stream.of(basis.note())
                .filter(note -> !note.isBlank())
                .forEach(note -> extension.addExtension("note", new StringType(note)));
        return extension;
    }

    private static void link(Element element, String id, String path) {
        element.setId(id);
        element.addExtension(LINK + path + ".linkId", new StringType(id));
    }

    private static Expression expression(String words) {
        return new Expression().setLanguage("text/plain").setExpression(words);
    }
}
