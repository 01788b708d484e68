package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * FRAMO as the record answers it: age, weight, prior fragility fracture, impaired rise-up. It is not FRAX, has no
 * percent, and never sets the risk of a chain.
 *
 * @param risk what it says, whatever the missing answers are; undecided when that depends on them
 * @param score number of yes; null while an answer is missing
 * @param answers the four answers, in order of {@link FramoQuestion}
 * @param rule the tool and its source
 */
public record Framo(FramoRisk risk, Integer score, List<FramoAnswer> answers, Rule rule) {

    /** What the published questionnaire asks: an answer counts where the guideline has the same limit. */
    private static final Map<FramoQuestion, Limit> ASKED = Map.of(
            FramoQuestion.AGE, new Limit(Limit.Comparison.AT_OR_ABOVE, 80),
            FramoQuestion.WEIGHT, new Limit(Limit.Comparison.BELOW, 60));

    private static final Limit SAID_YES = new Limit(Limit.Comparison.ABOVE, 0);

    public Framo {
        answers = List.copyOf(answers);
    }

    /** The questions that the record does not answer. */
    public List<FramoQuestion> missing() {
        return answers.stream()
                .filter(FramoAnswer::isMissing)
                .map(FramoAnswer::question)
                .toList();
    }

    /**
     * FRAMO for a chain; empty when a FRAX is recorded for its fracture, or the chain has ended.
     *
     * @param chain a chain of this history under this guideline on this day
     */
    public static Optional<Framo> of(History history, Guideline guideline, FractureChain chain, LocalDate asOf) {
        return PatientCare.of(history, guideline, asOf).framo(chain);
    }

    static Optional<Framo> of(List<Event> seen, Guideline guideline, FractureChain chain, LocalDate asOf) {
        if (chain.status() == ChainStatus.ENDED || hasFrax(seen, chain.fractureDate(), guideline)) {
            return Optional.empty();
        }
        return Optional.of(on(asOf, seen, chain.fractures(), chain.fractureDate(), guideline));
    }

    /**
     * FRAMO as of a day.
     *
     * @param events nothing after the day is looked at
     * @param fractures the fragility fracture of the chain, which answers the third question
     */
    static Framo on(
            LocalDate day,
            Collection<Event> events,
            List<String> fractures,
            LocalDate fractureDay,
            Guideline guideline) {
        FramoRules rules = guideline.framo();
        LocalDate first = fractureDay.minusDays(rules.lookBackDays());
        List<FramoAnswer> answers = List.of(
                age(events, first, day, rules),
                latest(
                        FramoQuestion.WEIGHT,
                        events,
                        first,
                        day,
                        event -> event.kind() == Kind.BODY_WEIGHT
                                ? Optional.of(rules.weightKg())
                                : said(FramoQuestion.WEIGHT, event, rules.weightKg())),
                new FramoAnswer(FramoQuestion.PRIOR_FRACTURE, true, fractures),
                latest(
                        FramoQuestion.RISE_UP,
                        events,
                        first,
                        day,
                        event -> event.kind() == Kind.IMPAIRED_RISE_UP ? Optional.of(SAID_YES) : Optional.empty()));
        int yes = 0;
        int missing = 0;
        for (FramoAnswer answer : answers) {
            yes += Boolean.TRUE.equals(answer.yes()) ? 1 : 0;
            missing += answer.isMissing() ? 1 : 0;
        }
        FramoRisk risk = yes >= rules.highFrom()
                ? FramoRisk.HIGH
                : yes + missing < rules.highFrom() ? FramoRisk.NOT_HIGH : FramoRisk.UNDECIDED;
        return new Framo(risk, missing == 0 ? yes : null, answers, rules.rule());
    }

    private static boolean hasFrax(Collection<Event> events, LocalDate fractureDay, Guideline guideline) {
        LocalDate first =
                fractureDay.minusDays(guideline.step(StepCode.RISK_ASSESSMENT).lookBackDays());
        return events.stream()
                .anyMatch(event -> (event.kind() == Kind.FRAX_MAJOR || event.kind() == Kind.FRAX_HIP)
                        && event.hasValue()
                        && !event.day().isBefore(first));
    }

    /** By the date of birth; where the record has none, as it was answered. */
    private static FramoAnswer age(Collection<Event> events, LocalDate first, LocalDate day, FramoRules rules) {
        for (Event event : events) {
            if (event.kind() == Kind.BIRTH && event.day() != null) {
                boolean yes = rules.ageYears().holds(Entry.ageOn(event.day(), day));
                return new FramoAnswer(FramoQuestion.AGE, yes, List.of(event.source()));
            }
        }
        return latest(FramoQuestion.AGE, events, first, day, event -> said(FramoQuestion.AGE, event, rules.ageYears()));
    }

    /** What makes an answer of the questionnaire a yes; empty where it answers another question. */
    private static Optional<Limit> said(FramoQuestion question, Event event, Limit limit) {
        boolean same = event.kind() == Kind.FRAMO_ANSWER
                && question.token().equals(event.code())
                && ASKED.get(question).equals(limit);
        return same ? Optional.of(SAID_YES) : Optional.empty();
    }

    /**
     * The answer by the latest number; of several on one day it is yes when one of them says so.
     *
     * @param yes what makes the number of an event a yes; empty for one that does not answer the question
     */
    private static FramoAnswer latest(
            FramoQuestion question,
            Collection<Event> events,
            LocalDate first,
            LocalDate last,
            Function<Event, Optional<Limit>> yes) {
        List<Event> latest = new ArrayList<>();
        for (Event event : events) {
            boolean counts = event.hasValue()
                    && event.day() != null
                    && !event.day().isBefore(first)
                    && !event.day().isAfter(last)
                    && yes.apply(event).isPresent();
            if (counts
                    && (latest.isEmpty() || !event.day().isBefore(latest.get(0).day()))) {
                latest.removeIf(earlier -> earlier.day().isBefore(event.day()));
                latest.add(event);
            }
        }
        if (latest.isEmpty()) {
            return FramoAnswer.missing(question);
        }
        return new FramoAnswer(
                question,
                latest.stream().anyMatch(event -> yes.apply(event).orElseThrow().holds(event.value())),
                latest.stream().map(Event::source).distinct().sorted().toList());
    }
}
