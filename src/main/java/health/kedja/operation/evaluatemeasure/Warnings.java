package health.kedja.operation.evaluatemeasure;

import health.kedja.history.Population;
import health.kedja.indicator.Definition;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.definition.Improvement;
import health.kedja.operation.MeasureSubject;
import java.util.ArrayList;
import java.util.List;

/** What was asked for and could be answered only in part, in words. */
record Warnings(EvaluateMeasureRequest asked, Definition definition, Question question, Population population) {

    List<String> all() {
        List<String> messages = new ArrayList<>();
        if (question.people().isPresent() && question.people().get().isEmpty()) {
            messages.add("Parameter 'subject': "
                    + asked.subject().map(MeasureSubject::reference).orElseThrow()
                    + " has no members. Nobody was counted; that is no result.");
        }
        if (asked.period().end().isAfter(asked.asOf())) {
            messages.add("Parameter 'periodEnd': the period goes on after the last day of data, " + asked.asOf()
                    + ". What happened later is not seen.");
        }
        if (asked.standard().isPresent() && !isStandardised()) {
            messages.add("Parameter 'standardPopulation': " + definition.id()
                    + " is neither a proportion nor a rate and is not standardised.");
        }
        if (asked.compared().isPresent() && isNeutral()) {
            messages.add("Parameter 'compare': of " + definition.id()
                    + " neither more nor less is better. Its strata are not ranked.");
        }
        if (population.expungedSince() > 0) {
            messages.add("Parameter 'lastReceivedOn': " + population.expungedSince()
                    + " versions of resources that had been received by then were removed for good since. What they"
                    + " said is not seen.");
        }
        if (asked.lastReceivedOn().isPresent() && asked.subject().isPresent()) {
            messages.add("Parameter 'subject': the members of a group and the evidence of a patient are those"
                    + " stored now.");
        }
        return messages;
    }

    private boolean isStandardised() {
        return definition instanceof Indicator indicator && StandardPopulations.fit(indicator);
    }

    private boolean isNeutral() {
        return definition instanceof Indicator indicator && indicator.improvement() == Improvement.NEUTRAL;
    }
}
