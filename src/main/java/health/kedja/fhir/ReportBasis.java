package health.kedja.fhir;

import java.time.Instant;
import java.util.Optional;

/**
 * What a report was calculated from.
 *
 * @param id of the report, unlike any other
 * @param dataTimestamp everything stored before this instant was seen
 * @param guideline canonical, with version, of the guideline that opened and judged the fracture chains
 * @param subject whom the report is about: a patient, a group or a unit, such as {@code Group/7}; empty for everyone
 */
public record ReportBasis(String id, Instant dataTimestamp, Optional<String> guideline, Optional<String> subject) {}
