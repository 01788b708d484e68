package health.kedja.indicator;

import health.kedja.server.IndicatorFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The indicators that ship, and short ways to ask them. */
final class Shipped {

    static final Indicators ALL = IndicatorFiles.load();
    /** For indicators that need no chains. */
    static final ChainSource NO_CHAINS = (part, dictionary, asOf) -> {
        throw new IllegalStateException("Nobody should ask for chains");
    };

    private Shipped() {}

    static Indicator indicator(String id) {
        return ALL.find(id).orElseThrow();
    }

    /** A calendar year, asked when everything of it and of three years after is known. */
    static Question year(int year, Stratifier... by) {
        return question(year + "-01-01", year + "-12-31", (year + 5) + "-12-31", by);
    }

    static Question question(String from, String to, String asOf, Stratifier... by) {
        return new Question(
                LocalDate.parse(from),
                LocalDate.parse(to),
                LocalDate.parse(asOf),
                List.of(by),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    static Question suppressing(Question question, int below) {
        return new Question(
                question.periodStart(),
                question.periodEnd(),
                question.asOf(),
                question.by(),
                question.people(),
                question.standard(),
                below);
    }

    static Question standardised(Question question, StandardPopulation standard) {
        return new Question(
                question.periodStart(),
                question.periodEnd(),
                question.asOf(),
                question.by(),
                question.people(),
                Optional.of(standard),
                question.suppressBelow());
    }

    static Report report(String id, Question question, People people) {
        return Evaluation.of(indicator(id), question, people.cohort(3), NO_CHAINS);
    }

    /** What is counted of one person. */
    static Counts counts(String id, Question question, Life life) {
        People people = new People();
        people.add().events().addAll(life.events());
        return report(id, question, people).whole().counts();
    }
}
