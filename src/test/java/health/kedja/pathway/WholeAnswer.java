package health.kedja.pathway;

import health.kedja.pathway.density.BoneDensities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that Kedja answers about a patient under one guideline on one day. */
record WholeAnswer(
        ChainReport report,
        List<Advice> advice,
        List<List<PreventionMeasure>> prevention,
        List<TreatmentCourse> courses,
        List<NextAction> next,
        String densities) {

    static WholeAnswer on(Patient patient, Guideline guideline, String asOf) {
        LocalDate day = LocalDate.parse(asOf);
        History history = History.of(patient.events());
        ChainReport report = FractureChain.evaluate(history, guideline, day);
        List<Advice> advice = new ArrayList<>();
        List<List<PreventionMeasure>> prevention = new ArrayList<>();
        for (FractureChain chain : report.chains()) {
            advice.add(Advice.of(history, guideline, chain, day));
            prevention.add(PreventionMeasures.of(history, guideline, chain, day));
        }
        return new WholeAnswer(
                report,
                advice,
                prevention,
                TreatmentCourses.of(history, guideline, day),
                NextActions.of(history, guideline, day, Map.of()),
                BoneDensities.of(history, guideline, day).toString());
    }
}
