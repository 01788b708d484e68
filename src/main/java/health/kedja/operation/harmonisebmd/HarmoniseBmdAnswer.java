package health.kedja.operation.harmonisebmd;

import health.kedja.fhir.DensityParameters;
import health.kedja.operation.BadParameter;
import health.kedja.pathway.Event;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import health.kedja.pathway.density.BoneDensities;
import health.kedja.pathway.density.BoneDensity;
import health.kedja.pathway.density.DecidingTScores;
import health.kedja.pathway.density.LowestTScore;
import health.kedja.pathway.density.LumbarVertebrae;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Parameters;

/** Measurements on one scale. */
final class HarmoniseBmdAnswer {

    private HarmoniseBmdAnswer() {}

    /** For every measurement of the input, with the vertebrae that count and the T-score that decides. */
    static Parameters ofAll(History history, HarmoniseBmdRequest asked, Locale language) {
        Guideline guideline = asked.guideline();
        DensityParameters parameters = new DensityParameters(guideline, language);
        Parameters answer = start(guideline);
        for (BoneDensity density : BoneDensities.of(history, guideline, LocalDate.MAX)) {
            parameters.add(answer.addParameter().setName("boneDensity"), density, asked.scale());
        }
        for (LumbarVertebrae scan : LumbarVertebrae.of(
                history.events(), asked.abnormalVertebrae(), guideline.density().vertebrae())) {
            parameters.add(answer.addParameter().setName("lumbarVertebrae"), scan);
        }
        List<Event> deciding =
                DecidingTScores.in(history.events(), history.events(), guideline, asked.abnormalVertebrae());
        LowestTScore.ofNewestScan(deciding, guideline)
                .ifPresent(lowest -> parameters.add(answer.addParameter().setName("lowestTScore"), lowest));
        return answer;
    }

    /** For one stored Observation, with the change since what the patient had measured before. */
    static Parameters ofOne(String observation, History history, HarmoniseBmdRequest asked, Locale language) {
        DensityParameters parameters = new DensityParameters(asked.guideline(), language);
        Parameters answer = start(asked.guideline());
        for (BoneDensity density : BoneDensities.of(history, asked.guideline(), LocalDate.MAX)) {
            if (observation.equals(density.resource()) || observation.equals(density.tScoreResource())) {
                parameters.add(answer.addParameter().setName("boneDensity"), density, asked.scale());
            }
        }
        return answer;
    }

    /** Makes sure that the Observation says something here. */
    static void requireMeasurement(String parameter, String observation, List<Event> events) {
        boolean measured = events.stream()
                .anyMatch(event -> event.source().equals(observation)
                        && (event.kind() == Kind.BMD || event.kind() == Kind.T_SCORE));
        if (!measured) {
            throw BadParameter.of(
                    parameter,
                    observation + " holds no bone density (g/cm2) or T-score that Kedja understands, or has no day,"
                            + " or a status that does not count.");
        }
    }

    private static Parameters start(Guideline guideline) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("guideline").setValue(new CanonicalType(guideline.canonicalWithVersion()));
        return answer;
    }
}
