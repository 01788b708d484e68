package health.kedja.indicator.completeness;

import health.kedja.indicator.Question;
import health.kedja.indicator.Report;
import health.kedja.indicator.Stratifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far fields are filled.
 *
 * @param definition what was asked
 * @param question of whom
 * @param fields by code of the field: the share in whom it is filled, in the order of the definition
 * @param indicators by id of an indicator: the share in whom all fields are filled that it needs
 * @param verdicts whether the rule of the definition is kept, for the whole and then for each stratum; empty without rule
 */
public record CompletenessReport(
        Completeness definition,
        Question question,
        Map<String, Report> fields,
        Map<String, Report> indicators,
        List<Verdict> verdicts) {

    /**
     * Whether a stratum keeps the rule.
     *
     * @param stratum empty for the whole
     * @param poor fields of which more is missing than the rule allows, among those that are shown
     * @param untold fields that are withheld or of nobody
     * @param kept whether few enough fields are poor; empty where those untold would decide
     */
    public record Verdict(Map<Stratifier, String> stratum, int poor, int untold, Optional<Boolean> kept) {

        public Verdict {
            stratum = Map.copyOf(stratum);
        }
    }

    public CompletenessReport {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        indicators = Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
        verdicts = List.copyOf(verdicts);
    }
}
