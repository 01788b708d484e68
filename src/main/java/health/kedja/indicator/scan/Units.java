package health.kedja.indicator.scan;

/** Finds the units of analysis of a person. */
interface Units {

    /** Kinds of which a person must have at least one to have any unit; 0 when nothing is asked. */
    long kinds();

    /** Hands on the units of the person, judged. */
    void of(Person person, Unit unit, Sink sink);
}
