package health.kedja.indicator.scan;

/** What a stratifier says of a unit, as a number. Safe to share between threads. */
interface StratumValue {

    /** The value; 0 or more. */
    int of(Person person, Unit unit);

    /** The code of a value in reports. */
    String word(int value);
}
