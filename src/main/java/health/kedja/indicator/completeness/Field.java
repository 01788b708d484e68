package health.kedja.indicator.completeness;

import health.kedja.indicator.definition.Basis;
import health.kedja.indicator.definition.Caveat;
import health.kedja.indicator.definition.Criterion;
import java.util.List;

/**
 * A field of a record.
 *
 * @param code short name, such as {@code laterality}
 * @param words what it is called
 * @param filledBy the field is filled when all of this has been recorded; what was decided against or declined is
 *     recorded too, and fills it where the definition says so
 * @param neededBy ids of the indicators that need it
 * @param basis where this comes from
 */
public record Field(String code, Caveat words, List<Criterion> filledBy, List<String> neededBy, Basis basis) {}
