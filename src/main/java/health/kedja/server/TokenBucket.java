package health.kedja.server;

/** Lets so many through at once, and so many a second. Safe to share between threads. */
final class TokenBucket {

    private static final double SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private double tokens;
    private long looked;

    /**
     * @param perSecond how many come back each second, more than 0
     * @param burst how many there are at most, and at first; at least 1
     * @param nanos the time now
     */
    TokenBucket(double perSecond, double burst, long nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.looked = nanos;
    }

    /** Takes one; false if there is none. */
    synchronized boolean take(long nanos) {
        tokens = Math.min(burst, tokens + (nanos - looked) / SECOND * perSecond);
        looked = nanos;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** One that was taken is not counted after all. */
    synchronized void giveBack() {
        tokens = Math.min(burst, tokens + 1);
    }

    /** Whole seconds until there is one again, at least 1. */
    synchronized long secondsUntilNext() {
        return Math.max(1, (long) Math.ceil((1 - tokens) / perSecond));
    }
}
