package health.kedja.indicator.scan;

import health.kedja.indicator.Question;
import health.kedja.indicator.UnanswerableException;

/**
 * The period asked for, in days.
 *
 * @param first first day
 * @param periodEnd last day
 * @param last last day that data are seen of: that of the period or of the data, whichever is first
 */
record Span(int first, int periodEnd, int last) {

    static Span of(Question question) {
        int first = Math.toIntExact(question.periodStart().toEpochDay());
        int end = Math.toIntExact(question.periodEnd().toEpochDay());
        int asOf = Math.toIntExact(question.asOf().toEpochDay());
        if (asOf < first) {
            throw new UnanswerableException(
                    UnanswerableException.Part.PERIOD,
                    "The period begins on " + question.periodStart() + ", after the last day of data, "
                            + question.asOf());
        }
        return new Span(first, end, Math.min(end, asOf));
    }
}
