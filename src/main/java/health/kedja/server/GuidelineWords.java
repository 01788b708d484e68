package health.kedja.server;

import health.kedja.pathway.AdvisedRegimen;
import health.kedja.pathway.Applicability;
import health.kedja.pathway.CareLevel;
import health.kedja.pathway.Certainty;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.EvidenceToken;
import health.kedja.pathway.Limit;
import health.kedja.pathway.RiskLevel;
import health.kedja.pathway.RiskReasonCode;
import health.kedja.pathway.Route;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.Strength;
import health.kedja.pathway.density.Maker;
import health.kedja.pathway.density.SpineFormulas;

/** The words that guideline files use for the values of the core: lower case, with hyphens. */
final class GuidelineWords extends FileWords {

    private static final long serialVersionUID = 1L;

    GuidelineWords() {
        super("guideline");
        addWords(Certainty.class);
        addWords(Applicability.class);
        addWords(StepCode.class);
        addWords(ChainType.class);
        addWords(RiskLevel.class);
        addWords(Limit.Comparison.class);
        addWords(Maker.class);
        addWords(SpineFormulas.class);
        addWords(RiskReasonCode.class);
        addWords(Strength.class);
        addWords(CareLevel.class);
        addWords(Route.class);
        addWords(AdvisedRegimen.Unit.class);
        addDeserializer(EvidenceToken.class, new Word<>(EvidenceToken.class, EvidenceToken::parse));
        addKeyDeserializer(StepCode.class, new Key<>(StepCode.class));
        addKeyDeserializer(ChainType.class, new Key<>(ChainType.class));
    }
}
