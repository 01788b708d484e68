package health.kedja.indicator.definition;

import health.kedja.pathway.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which events are meant.
 *
 * @param kinds any of these
 * @param codes names of code lists of the same file set, or codes themselves (beginnings; {@code ?} is any one
 *     character); empty: any code
 * @param qualifiers any of these qualifiers; empty: any
 * @param setting where the contact of the event took place
 * @param mainDiagnosis whether it must be the main diagnosis of its contact
 * @param atVisitWith code lists of which the same contact must hold a diagnosis; empty: nothing asked
 * @param sided whether a side (left, right or both) must be stated; empty: not asked
 * @param atLeast smallest value, inclusive
 * @param atMost largest value, inclusive
 */
public record EventTest(
        List<Kind> kinds,
        List<String> codes,
        List<String> qualifiers,
        Optional<Setting> setting,
        boolean mainDiagnosis,
        List<String> atVisitWith,
        Optional<Boolean> sided,
        OptionalDouble atLeast,
        OptionalDouble atMost) {}
