package health.kedja.server;

import health.kedja.indicator.definition.Anchor;
import health.kedja.indicator.definition.Improvement;
import health.kedja.indicator.definition.Quantity;
import health.kedja.indicator.definition.Scoring;
import health.kedja.indicator.definition.Setting;
import health.kedja.indicator.definition.UnitOfAnalysis;
import health.kedja.pathway.Kind;

/** The words that indicator files use for the values of the core. */
final class IndicatorWords extends FileWords {

    private static final long serialVersionUID = 1L;

    IndicatorWords() {
        super("indicator");
        addWords(Kind.class);
        addWords(Scoring.class);
        addWords(Improvement.class);
        addWords(UnitOfAnalysis.class);
        addWords(Anchor.class);
        addWords(Setting.class);
        addWords(Quantity.What.class);
    }
}
