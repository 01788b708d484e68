package health.kedja.server;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.Locale;

/**
 * Refuses what a parser would otherwise leave out in silence: elements that FHIR does not have, repeated where it may
 * not repeat, or of the wrong JSON type. A client that is told "created" must find all that it sent.
 */
final class NothingDropped extends LenientErrorHandler {

    NothingDropped() {
        super(false);
    }

    @Override
    public void unknownElement(IParseLocation location, String element) {
        throw new DataFormatException(place(location) + "there is no element '" + element
                + "' here in FHIR R4. Correct its name, or send it as an extension.");
    }

    @Override
    public void unknownAttribute(IParseLocation location, String attribute) {
        throw new DataFormatException(
                place(location) + "there is no attribute '" + attribute + "' here in FHIR R4. Correct its name.");
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        throw new DataFormatException(
                place(location) + "'" + element + "' is given more than once, but can be given only once.");
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        throw new DataFormatException(place(location) + "'" + element + "' is a JSON " + name(found, foundScalar)
                + ", but must be a " + name(expected, expectedScalar) + ".");
    }

    private static String name(ValueType type, ScalarType scalar) {
        return (scalar == null ? type.name() : scalar.name()).toLowerCase(Locale.ROOT);
    }

    private static String place(IParseLocation location) {
        return location == null || location.getParentElementName() == null
                ? ""
                : "In " + location.getParentElementName() + ": ";
    }
}
