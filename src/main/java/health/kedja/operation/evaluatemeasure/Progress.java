package health.kedja.operation.evaluatemeasure;

/** Told how far an evaluation has come. */
interface Progress {

    /**
     * So many are done.
     *
     * @return whether to go on
     */
    boolean done(int done, int of);
}
