package health.kedja.operation.evaluatemeasure;

import health.kedja.indicator.scan.Found;
import java.util.List;
import java.util.function.Predicate;

/** The units of analysis behind a report. */
record Members(List<Found> units) {

    /** The patients of a population of the report, by its FHIR code. */
    List<String> patients(String population) {
        Predicate<Found> belongs = switch (population) {
            case "initial-population" -> unit -> unit.counts().initialPopulation() > 0;
            // Those excluded belong to the denominator in FHIR, and are taken off from it.
            case "denominator", "measure-population" ->
                unit -> unit.counts().denominator() + unit.counts().denominatorExclusion() > 0;
            case "denominator-exclusion", "measure-population-exclusion" ->
                unit -> unit.counts().denominatorExclusion() > 0;
            case "numerator" -> unit -> unit.counts().numerator() > 0;
            default -> unit -> false;
        };
        return units.stream().filter(belongs).map(Found::person).distinct().toList();
    }
}
