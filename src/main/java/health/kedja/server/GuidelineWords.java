package health.kedja.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
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
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The words that guideline files use for the values of the core: lower case, with hyphens. */
final class GuidelineWords extends SimpleModule {

    private static final long serialVersionUID = 1L;

    GuidelineWords() {
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

    private <E extends Enum<E>> void addWords(Class<E> type) {
        addDeserializer(type, new Word<>(type, word -> constant(type, word)));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (token(constant).equals(word)) {
                return constant;
            }
        }
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(GuidelineWords::token)
                .toList();
        throw new IllegalArgumentException("'" + word + "' is not one of " + known);
    }

    private static String token(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A value written as one word. */
    private static final class Word<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> meaning;

        Word(Class<T> type, Function<String, T> meaning) {
            super(type);
            this.meaning = meaning;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return meaning.apply(parser.getText());
            } catch (IllegalArgumentException e) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "%s", e.getMessage());
            }
        }
    }

    /** A name of a group of fields that is one of the words. */
    private static final class Key<E extends Enum<E>> extends KeyDeserializer {

        private final Class<E> type;

        Key(Class<E> type) {
            this.type = type;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return constant(type, key);
            } catch (IllegalArgumentException e) {
                return context.handleWeirdKey(type, key, "%s", e.getMessage());
            }
        }
    }
}
