package health.kedja.indicator.scan;

/** Takes the units of analysis, one after the other. The person and the unit are the same objects each time. */
interface Sink {

    void take(Person person, Unit unit);
}
