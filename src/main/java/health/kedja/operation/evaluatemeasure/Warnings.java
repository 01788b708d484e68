package health.kedja.operation.evaluatemeasure;

import health.kedja.history.Population;
import health.kedja.indicator.Cell;
import health.kedja.indicator.Counts;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Report;
import health.kedja.indicator.definition.Improvement;
import health.kedja.operation.MeasureParameters;
import health.kedja.operation.MeasureSubject;
import java.util.ArrayList;
import java.util.List;

/** What was asked for and could be answered only in part, in words. */
record Warnings(EvaluateMeasureRequest asked, Made made, Population population) {

    List<String> all() {
        List<String> messages = new ArrayList<>();
        if (made.question().people().isPresent()
                && made.question().people().get().isEmpty()) {
            messages.add("Parameter 'subject': "
                    + asked.subject().map(MeasureSubject::reference).orElse("the population")
                    + " has no members. Nobody was counted; that is no result.");
        }
        if (asked.period().end().isAfter(asked.asOf())) {
            messages.add("Parameter 'periodEnd': the period goes on after the last day of data, " + asked.asOf()
                    + ". What happened later is not seen.");
        }
        if (asked.standard().isPresent() && !isStandardised()) {
            messages.add("Parameter 'standardPopulation': " + made.definition().id()
                    + " is neither a proportion nor a rate and is not standardised.");
        }
        if (asked.compared().isPresent() && isNeutral()) {
            messages.add("Parameter 'compare': of " + made.definition().id()
                    + " neither more nor less is better. Its strata are not ranked.");
        }
        if (made.groups().values().stream().anyMatch(group -> listsNothing(group.report()))) {
            messages.add("Parameter 'stratifier': nothing is listed, because so few are in each stratum that which"
                    + " strata there are would tell of single patients. Ask by fewer stratifiers.");
        }
        if (population.expungedSince() > 0) {
            messages.add(MeasureParameters.expunged(population.expungedSince()));
        }
        if (asked.lastReceivedOn().isPresent() && asked.subject().isPresent()) {
            messages.add("Parameter 'subject': the members of a group and the evidence of a patient are those"
                    + " stored now.");
        }
        return messages;
    }

    private boolean listsNothing(Report report) {
        boolean isNobody = report.whole().standing() == Cell.Standing.SHOWN
                && report.whole().counts().equals(Counts.NOTHING);
        return !made.question().by().isEmpty() && report.cells().isEmpty() && !isNobody;
    }

    private boolean isStandardised() {
        return made.definition() instanceof Indicator indicator && StandardPopulations.fit(indicator);
    }

    private boolean isNeutral() {
        return made.definition() instanceof Indicator indicator && indicator.improvement() == Improvement.NEUTRAL;
    }
}
