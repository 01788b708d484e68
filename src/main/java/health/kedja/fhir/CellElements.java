package health.kedja.fhir;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Report;
import health.kedja.indicator.comparison.Judgement;
import health.kedja.indicator.definition.Levels;
import health.kedja.indicator.definition.Scoring;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupPopulationComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;

/** The numbers of a cell, in a group or a stratum. Nothing of a cell that is not shown but that it is not. */
final class CellElements {

    private static final double DAYS_OF_YEAR = 365.25;

    private final Report report;
    private final String prefix;
    private final Indicator indicator;
    private final ScoreQuantity quantities;

    /** @param prefix of the ids of elements, so that those of several groups differ */
    CellElements(Report report, String prefix) {
        this.report = report;
        this.prefix = prefix;
        this.indicator = report.indicator();
        this.quantities = new ScoreQuantity(indicator);
    }

    void fill(MeasureReportGroupComponent group, Cell cell) {
        extensions(group, cell);
        if (cell.standing() == Cell.Standing.SHOWN) {
            populations(cell.counts()).forEach((code, count) -> {
                MeasureReportGroupPopulationComponent population = group.addPopulation();
                population.setId(prefix + code);
                population.setCode(MeasureCodes.population(code)).setCount(Math.toIntExact(count));
            });
            cell.score().map(quantities::of).ifPresent(group::setMeasureScore);
        }
    }

    void fill(StratifierGroupComponent stratum, Cell cell) {
        extensions(stratum, cell);
        if (cell.standing() == Cell.Standing.SHOWN) {
            populations(cell.counts()).forEach((code, count) -> {
                StratifierGroupPopulationComponent population = stratum.addPopulation();
                population.setCode(MeasureCodes.population(code)).setCount(Math.toIntExact(count));
            });
            cell.score().map(quantities::of).ifPresent(stratum::setMeasureScore);
        }
    }

    /**
     * The populations of the FHIR measure model, in which those excluded belong to the denominator and are taken off
     * when the score is calculated.
     */
    private Map<String, Long> populations(Counts counts) {
        Map<String, Long> populations = new LinkedHashMap<>();
        populations.put("initial-population", counts.initialPopulation());
        if (indicator.scoring() == Scoring.COHORT) {
            return populations;
        }
        boolean continuous = indicator.scoring() == Scoring.CONTINUOUS;
        String denominator = continuous ? "measure-population" : "denominator";
        populations.put(denominator, counts.denominator() + counts.denominatorExclusion());
        if (!indicator.exclusions().isEmpty()) {
            populations.put(denominator + "-exclusion", counts.denominatorExclusion());
        }
        if (!continuous) {
            populations.put("numerator", counts.numerator());
        }
        return populations;
    }

    private void extensions(Element out, Cell cell) {
        out.addExtension(Systems.PROFILE + "kedja-cell-standing", new CodeType(IndicatorWords.token(cell.standing())));
        if (cell.standing() != Cell.Standing.SHOWN) {
            return;
        }
        Counts counts = cell.counts();
        out.addExtension(Systems.PROFILE + "kedja-pending", new IntegerType(Math.toIntExact(counts.pending())));
        if (indicator.scoring() == Scoring.RATE) {
            Extension time = extension(out, "kedja-person-time");
            time.addExtension("days", new DecimalType(counts.personDays()));
            time.addExtension(
                    "years",
                    new Quantity()
                            .setValue(ScoreQuantity.number(counts.personDays() / DAYS_OF_YEAR))
                            .setUnit("years")
                            .setSystem("http://unitsofmeasure.org")
                            .setCode("a"));
        }
        if (indicator.scoring() == Scoring.RATIO) {
            Extension sums = extension(out, "kedja-sums");
            sums.addExtension("numerator", new DecimalType(ScoreQuantity.number(counts.numeratorSum())));
            sums.addExtension("denominator", new DecimalType(ScoreQuantity.number(counts.denominatorSum())));
        }
        if (cell.lowerQuartile().isPresent() && cell.upperQuartile().isPresent()) {
            Extension quartiles = extension(out, "kedja-quartiles");
            quartiles.addExtension("lower", quantities.of(cell.lowerQuartile().get()));
            quartiles.addExtension("upper", quantities.of(cell.upperQuartile().get()));
        }
        cell.standardised().ifPresent(estimate -> {
            Extension standardised = extension(out, "kedja-standardised-result");
            standardised.addExtension("value", quantities.of(estimate));
            standardised.addExtension(
                    "standardPopulation",
                    new StringType(report.question().standard().orElseThrow().name()));
        });
        Judgement judgement = Judgement.of(indicator, cell);
        judgement.band().ifPresent(band -> {
            Levels levels = indicator.levels().orElseThrow();
            Extension level = extension(out, "kedja-level");
            level.addExtension("level", new CodeType(IndicatorWords.token(band)));
            level.addExtension("middleFrom", new DecimalType(ScoreQuantity.number(levels.middleFrom())));
            level.addExtension("highAbove", new DecimalType(ScoreQuantity.number(levels.highAbove())));
        });
        judgement.target().ifPresent(standing -> {
            Extension target = extension(out, "kedja-target-standing");
            target.addExtension(
                    "target",
                    new DecimalType(ScoreQuantity.number(
                            indicator.target().orElseThrow().value())));
            target.addExtension("standing", new CodeType(IndicatorWords.token(standing)));
        });
    }

    private static Extension extension(Element out, String name) {
        Extension extension = out.addExtension();
        extension.setUrl(Systems.PROFILE + name);
        return extension;
    }
}
