package health.kedja.operation.caregaps;

import health.kedja.fhir.CareGap;
import health.kedja.history.Known;
import health.kedja.history.Population;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.UnitOfAnalysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the fracture chain and the indicators say together. */
final class PatientGaps {

    private PatientGaps() {}

    /** The patients of the population whom one of the indicators counts. */
    static Set<String> counted(Population population, CareGapsRequest asked) {
        IndicatorGaps gaps = new IndicatorGaps(asked, population);
        Set<String> patients = new LinkedHashSet<>();
        asked.indicators()
                .forEach(indicator -> patients.addAll(gaps.counts(indicator).keySet()));
        return patients;
    }

    /** The gaps of the statuses asked for, of each patient who has any. */
    static Map<String, List<CareGap>> of(Known known, CareGapsRequest asked) {
        IndicatorGaps gaps = new IndicatorGaps(asked, known.population());
        Map<Indicator, Map<String, Counts>> counts = new LinkedHashMap<>();
        for (Indicator indicator : asked.indicators()) {
            // The steps of a chain are told one by one.
            if (IndicatorGaps.canHaveGaps(indicator) && indicator.population().unit() != UnitOfAnalysis.CHAIN) {
                counts.put(indicator, gaps.counts(indicator));
            }
        }
        Map<String, List<CareGap>> byPatient = new LinkedHashMap<>();
        known.histories().forEach((patient, history) -> {
            List<CareGap> all = new ArrayList<>(ChainGaps.of(history, asked));
            counts.forEach((indicator, ofIndicator) -> Optional.ofNullable(ofIndicator.get(patient))
                    .flatMap(counted -> gaps.gap(indicator, patient, counted))
                    .ifPresent(all::add));
            all.removeIf(gap -> !asked.statuses().contains(gap.status()));
            if (!all.isEmpty()) {
                byPatient.put(patient, all);
            }
        });
        return byPatient;
    }
}
