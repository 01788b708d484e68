package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.Cell;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.comparison.ComparedReport;
import health.kedja.indicator.comparison.Comparison;
import health.kedja.indicator.comparison.Comparison.Ranked;
import health.kedja.indicator.comparison.Judgement;
import health.kedja.indicator.comparison.Series;
import health.kedja.indicator.statistics.Trend;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a stratum of a table says beside the others: level, target, rank, limits, and its part in a trend or run chart. */
final class CompareColumns {

    private final Indicator indicator;
    private final Comparison comparison;
    private final Map<Map<Stratifier, String>, Ranked> ranked;
    private final Map<Map<Stratifier, String>, Series> series = new HashMap<>();

    CompareColumns(ComparedReport compared) {
        this.indicator = compared.report().indicator();
        this.comparison = compared.comparison();
        this.ranked = comparison.ranked();
        comparison.series().forEach(each -> series.put(each.stratum(), each));
    }

    void put(TableLine line, Cell cell) {
        Judgement judgement = Judgement.of(indicator, cell);
        judgement.band().ifPresent(band -> line.put("level", band));
        judgement.target().ifPresent(standing -> {
            line.put("target", indicator.target().orElseThrow().value());
            line.put("target_standing", standing);
        });
        Ranked own = ranked.get(cell.stratum());
        if (own != null) {
            rank(line, own);
            limits(line, own);
        }
        Series time = series.get(withoutTime(cell));
        if (time != null && time.holds(cell.stratum())) {
            time(line, time, cell.stratum().get(time.by()));
        }
    }

    private void rank(TableLine line, Ranked own) {
        own.place().rank().ifPresent(rank -> {
            line.put("rank", rank);
            line.put("ranked", own.group().ranked());
            line.put("tied", Boolean.toString(own.place().tied()));
            line.put("rank_basis", comparison.basis());
        });
    }

    private static void limits(TableLine line, Ranked own) {
        own.place().limits().ifPresent(limits -> {
            own.group().funnel().ifPresent(funnel -> {
                line.put("funnel_centre", funnel.centre());
                line.put("funnel_dispersion", funnel.dispersion());
            });
            line.put("funnel_low_95", limits.low95());
            line.put("funnel_high_95", limits.high95());
            line.put("funnel_low_998", limits.low998());
            line.put("funnel_high_998", limits.high998());
            line.put("funnel_position", own.place().position().orElseThrow());
        });
    }

    private static void time(TableLine line, Series series, String time) {
        series.trend().ifPresent(trend -> {
            line.put("trend_ratio", trend.ratio());
            line.put("trend_low", trend.low());
            line.put("trend_high", trend.high());
            line.put("trend_z", trend.z());
            line.put("trend_p", Math.max(trend.p(), Trend.LEAST_P_TOLD));
            line.put("trend_test", trend.test());
            line.put("trend_change", series.change().orElseThrow());
        });
        series.runChart().ifPresent(chart -> {
            line.put("run_chart_median", chart.median());
            line.put(
                    "run_chart_signals",
                    series.signalsAt(time).stream()
                            .map(signal -> signal.rule()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'))
                            .distinct()
                            .collect(Collectors.joining(" ")));
        });
    }

    private static Map<Stratifier, String> withoutTime(Cell cell) {
        Map<Stratifier, String> rest = new EnumMap<>(Stratifier.class);
        cell.stratum().forEach((stratifier, value) -> {
            if (!Comparison.isTime(stratifier)) {
                rest.put(stratifier, value);
            }
        });
        return rest;
    }
}
