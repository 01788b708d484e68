package health.kedja.fhir;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.comparison.Comparison;
import health.kedja.indicator.comparison.Comparison.Ranked;
import health.kedja.indicator.comparison.Group;
import health.kedja.indicator.comparison.Series;
import health.kedja.indicator.statistics.Funnel;
import health.kedja.indicator.statistics.RunChart;
import health.kedja.indicator.statistics.Trend;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;

/**
 * What strata say beside each other: rank and limits on each stratum; what the limits are made of, trends and run charts
 * on the stratifier.
 */
final class ComparisonElements {

    private final Comparison comparison;
    private final Map<Map<Stratifier, String>, Ranked> ranked;

    ComparisonElements(Comparison comparison) {
        this.comparison = comparison;
        this.ranked = comparison.ranked();
    }

    /** Rank and limits of a stratum; nothing where it has none. */
    void place(StratifierGroupComponent out, Cell cell) {
        Ranked own = ranked.get(cell.stratum());
        if (own == null) {
            return;
        }
        own.place().rank().ifPresent(rank -> {
            Extension extension = new Extension(Systems.PROFILE + "kedja-rank");
            extension.addExtension("rank", new PositiveIntType(rank));
            extension.addExtension("of", new PositiveIntType(own.group().ranked()));
            extension.addExtension("tied", new BooleanType(own.place().tied()));
            extension.addExtension("basis", basis());
            out.addExtension(extension);
        });
        own.place().limits().ifPresent(limits -> {
            Extension extension = limits(limits);
            extension.addExtension(
                    "position",
                    new CodeType(IndicatorWords.token(own.place().position().orElseThrow())));
            out.addExtension(extension);
        });
    }

    /** What is compared by what, and the results over time. */
    void describe(MeasureReportGroupStratifierComponent out) {
        if (comparison.compared().isPresent()) {
            comparison.groups().forEach(group -> out.addExtension(group(group)));
        }
        for (Series series : comparison.series()) {
            series.trend().ifPresent(trend -> out.addExtension(trend(series, trend)));
            series.runChart().ifPresent(chart -> out.addExtension(runChart(series, chart)));
        }
    }

    private CodeType basis() {
        return new CodeType(IndicatorWords.token(comparison.basis()));
    }

    private static Extension limits(Funnel.Limits limits) {
        Extension extension = new Extension(Systems.PROFILE + "kedja-funnel-limits");
        extension.addExtension("low95", number(limits.low95()));
        extension.addExtension("high95", number(limits.high95()));
        extension.addExtension("low998", number(limits.low998()));
        extension.addExtension("high998", number(limits.high998()));
        return extension;
    }

    private Extension group(Group group) {
        Extension extension = new Extension(Systems.PROFILE + "kedja-comparison");
        extension.addExtension(
                "compared", new CodeType(comparison.compared().orElseThrow().token()));
        within(extension, group.within());
        extension.addExtension("basis", basis());
        extension.addExtension("ranked", new IntegerType(group.ranked()));
        group.funnel().ifPresent(line -> {
            Extension funnel = new Extension("funnel");
            funnel.addExtension("centre", number(line.centre()));
            funnel.addExtension("dispersion", number(line.dispersion()));
            funnel.addExtension("betweenUnits", number(line.betweenUnits()));
            funnel.addExtension("strata", new IntegerType(line.strata()));
            extension.addExtension(funnel);
        });
        return extension;
    }

    private static Extension trend(Series series, Trend trend) {
        Extension extension = new Extension(Systems.PROFILE + "kedja-trend");
        within(extension, series.stratum());
        extension.addExtension("years", new IntegerType(series.points().size()));
        leftOut(extension, series);
        extension.addExtension("ratio", number(trend.ratio()));
        limit(extension, "low", trend.low());
        limit(extension, "high", trend.high());
        extension.addExtension("z", number(trend.z()));
        extension.addExtension("p", new DecimalType(probability(trend)));
        extension.addExtension("test", new CodeType(IndicatorWords.token(trend.test())));
        extension.addExtension(
                "change", new CodeType(IndicatorWords.token(series.change().orElseThrow())));
        return extension;
    }

    private static BigDecimal probability(Trend trend) {
        return ScoreQuantity.number(Math.max(trend.p(), Trend.LEAST_P_TOLD));
    }

    private static Extension runChart(Series series, RunChart chart) {
        Extension extension = new Extension(Systems.PROFILE + "kedja-run-chart");
        within(extension, series.stratum());
        extension.addExtension("by", new CodeType(series.by().token()));
        extension.addExtension("points", new IntegerType(series.points().size()));
        leftOut(extension, series);
        extension.addExtension("median", number(chart.median()));
        for (RunChart.Signal signal : chart.signals()) {
            Extension found = new Extension("signal");
            found.addExtension("rule", new CodeType(IndicatorWords.token(signal.rule())));
            found.addExtension(
                    "first", new StringType(series.points().get(signal.first()).time()));
            found.addExtension(
                    "last", new StringType(series.points().get(signal.last()).time()));
            extension.addExtension(found);
        }
        return extension;
    }

    private static void leftOut(Extension extension, Series series) {
        series.leftOut().forEach(time -> extension.addExtension("leftOut", new StringType(time)));
    }

    /** The strata that something is about, by the values that they have in common. */
    static void within(Extension extension, Map<Stratifier, String> stratum) {
        new TreeMap<>(stratum).forEach((stratifier, value) -> {
            Extension within = new Extension("within");
            within.addExtension("stratifier", new CodeType(stratifier.token()));
            within.addExtension("value", new StringType(value));
            extension.addExtension(within);
        });
    }

    private static void limit(Extension extension, String name, double value) {
        if (Double.isFinite(value)) {
            extension.addExtension(name, number(value));
        }
    }

    private static DecimalType number(double value) {
        return new DecimalType(ScoreQuantity.number(value));
    }
}
