package health.kedja.synthetic;

import java.util.SplittableRandom;

/** The chance of one person: the same for the same seed and person, on any machine and in any order. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, int person) {
        random = new SplittableRandom(mix(mix(seed) + person));
    }

    /** Between 0, inclusive, and 1, exclusive. */
    double share() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number of this range, both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Time to something that happens with this many events a time unit. */
    double wait(double rate) {
        return -StrictMath.log(1 - random.nextDouble()) / rate;
    }

    /** Standard normal. */
    double normal() {
        // Box and Muller, with strict functions, so that every machine gets the same.
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** Log-normal with this median; {@code spread} is the standard deviation of its logarithm. */
    double around(double median, double spread) {
        return median * StrictMath.exp(spread * normal());
    }

    /** Spreads neighbouring numbers over all of 64 bits (the finaliser of SplitMix64). */
    private static long mix(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
