package health.kedja.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Values that files write as one word: lower case, with hyphens. */
abstract class FileWords extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** The module is told from others by its name. */
    FileWords(String name) {
        super(name);
    }

    final <E extends Enum<E>> void addWords(Class<E> type) {
        addDeserializer(type, new Word<>(type, word -> constant(type, word)));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (token(constant).equals(word)) {
                return constant;
            }
        }
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(FileWords::token).toList();
        throw new IllegalArgumentException("'" + word + "' is not one of " + known);
    }

    private static String token(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A value written as one word. */
    static final class Word<T> extends StdScalarDeserializer<T> {

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
    static final class Key<E extends Enum<E>> extends KeyDeserializer {

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
