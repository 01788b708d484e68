package health.kedja.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** How JSON may look. It is read as HAPI reads it, so that nothing passes that means something else there. */
final class JsonShape {

    /** Of the exponent of a number, without sign: written out, a number of this size has a thousand digits. */
    private static final int EXPONENT_DIGITS = 3;

    private final KedjaSettings.Requests limits;
    private final JsonFactory json;

    JsonShape(KedjaSettings.Requests limits) {
        this.limits = limits;
        this.json = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxStringLength((int) limits.maxText().toBytes())
                        .maxNumberLength(limits.maxDigits())
                        .build())
                .build();
    }

    void check(byte[] body, int start) {
        try (JsonParser parser = json.createParser(body, start, body.length - start)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart() && ++depth > limits.maxDepth()) {
                    throw BodyShape.tooMuch("elements nested to a greater depth", limits.maxDepth(), "max-depth");
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.VALUE_STRING) {
                    // Reading it is what notices its length.
                    checkText(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
                } else if (token.isNumeric()) {
                    checkNumber(parser.getText());
                }
            }
        } catch (StreamConstraintsException e) {
            throw tooLong(e);
        } catch (JsonProcessingException e) {
            if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")) {
                throw RefusedRequest.of(
                        IssueType.STRUCTURE,
                        "The body gives a property twice in the same object: "
                                + e.getOriginalMessage()
                                        .substring("Duplicate field".length())
                                        .trim()
                                + " in line " + e.getLocation().getLineNr() + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As JSON writes with a backslash and XML cannot: no database stores the one, no encoding has the other. */
    private static void checkText(char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            char c = text[i];
            if (c == 0) {
                throw RefusedRequest.of(IssueType.VALUE, "A text of the body has the character NUL (\\u0000).");
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < start + length && Character.isLowSurrogate(text[i + 1]);
                if (!pair) {
                    throw RefusedRequest.of(
                            IssueType.VALUE, "A text of the body has half of a character (\\ud800 to \\udfff alone).");
                }
                i++;
            }
        }
    }

    private void checkNumber(String number) {
        if (number.length() > limits.maxDigits()) {
            throw BodyShape.tooMuch("a number of more digits", limits.maxDigits(), "max-digits");
        }
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (exponent >= 0
                && number.substring(exponent + 1).replaceFirst("^[+-]?0*", "").length() > EXPONENT_DIGITS) {
            throw RefusedRequest.of("A number", "must have an exponent between -999 and 999", number);
        }
    }

    private RuntimeException tooLong(StreamConstraintsException e) {
        return String.valueOf(e.getMessage()).startsWith("Number")
                ? BodyShape.tooMuch("a number of more digits", limits.maxDigits(), "max-digits")
                : BodyShape.tooMuch(
                        "a name or a text of more characters", limits.maxText().toBytes(), "max-text");
    }
}
