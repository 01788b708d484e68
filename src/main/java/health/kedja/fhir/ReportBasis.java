package health.kedja.fhir;

import java.time.Instant;
import java.util.Optional;

/**
 * What a report was calculated from.
 *
 * @param id of the report: the same for the same definition, question and data
 * @param dataTimestamp everything received until this instant was seen, and nothing later
 * @param guideline canonical, with version, of the guideline that opened and judged the fracture chains
 * @param subject whom the report is about: a patient, a group or a unit, such as {@code Group/7}; empty for everyone
 */
public record ReportBasis(String id, Instant dataTimestamp, Optional<String> guideline, Optional<String> subject) {}
