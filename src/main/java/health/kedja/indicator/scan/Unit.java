package health.kedja.indicator.scan;

import health.kedja.indicator.definition.Anchor;

/** The unit of analysis that a scan has come to, and what was found out about it. One for each thread. */
final class Unit {

    /** No value. */
    static final int NO_VALUE = -1;

    /** Day of the index. */
    int day;
    /** The index event, or -1. */
    int event;
    /** Day on which the age counts. */
    int ageDay;
    /** Last day of the period. */
    int periodEnd;
    /** Of a chain: its place among the chains of its part; -1 otherwise. */
    int chain;

    int initial;
    int excluded;
    int pending;
    int denominator;
    int numerator;
    int personDays;
    /** In 1/1024 of a day, so that sums are exact. */
    long denominatorSum;

    long numeratorSum;
    /** Days or minutes of a continuous variable, or {@link #NO_VALUE}. */
    int value;

    void start(int indexDay, int indexEvent, int lastOfPeriod) {
        day = indexDay;
        event = indexEvent;
        ageDay = indexDay;
        periodEnd = lastOfPeriod;
        chain = -1;
        initial = 1;
        excluded = 0;
        pending = 0;
        denominator = 0;
        numerator = 0;
        personDays = 0;
        denominatorSum = 0;
        numeratorSum = 0;
        value = NO_VALUE;
    }

    int anchor(Person person, Anchor anchor) {
        return switch (anchor) {
            case INDEX -> day;
            case DISCHARGE -> event < 0 ? day : person.dischargeOf(event);
            case START_OF_YEAR -> Days.of(Days.year(day), 1, 1);
            case PERIOD_END -> periodEnd;
        };
    }
}
