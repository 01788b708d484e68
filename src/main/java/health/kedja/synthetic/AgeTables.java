package health.kedja.synthetic;

/**
 * What depends on age. The shape by age is Kedja's assumption, made so that the whole comes to the published levels; the
 * levels themselves are {@link Figure}s.
 */
final class AgeTables {

    /** People by ten years of age at the start, as weights; the first are those who are born within the years. */
    private static final double[] PYRAMID = {11, 12.5, 12.5, 13, 13.5, 12.8, 12, 7.6, 4.4, 0.8, 0.01};
    /** First fractures of a chain, a person-year, by ten years of age. */
    private static final double[] WOMEN = {0, 0.001, 0.001, 0.001, 0.002, 0.0066, 0.0100, 0.0175, 0.0300, 0.0370, 0.0370
    };

    private static final double[] MEN = {0, 0.001, 0.001, 0.001, 0.002, 0.0032, 0.0042, 0.0080, 0.0190, 0.0300, 0.0300};
    /** Of them, those of the hip. */
    private static final double[] HIP = {0, 0.01, 0.01, 0.01, 0.03, 0.07, 0.15, 0.27, 0.42, 0.52, 0.52};
    /** One-year mortality after hip fracture, relative to that of the sex. */
    private static final double[] HIP_DEATH = {0.1, 0.1, 0.1, 0.1, 0.2, 0.35, 0.5, 0.75, 1.12, 1.6, 1.6};
    /** Entries into special housing a person-year. */
    private static final double[] CARE_HOME = {0, 0, 0, 0, 0, 0.0002, 0.001, 0.006, 0.035, 0.12, 0.18};

    private AgeTables() {}

    /** Whole years at the start of the data; negative for those who are born later. */
    static int ageAtStart(Dice dice, int years) {
        double young = PYRAMID[0] * years / 10;
        double all = young;
        for (double weight : PYRAMID) {
            all += weight;
        }
        double rest = dice.share() * all;
        if (rest < young) {
            return -dice.between(1, years);
        }
        rest -= young;
        int decade = 0;
        while (decade < PYRAMID.length - 1 && rest >= PYRAMID[decade]) {
            rest -= PYRAMID[decade++];
        }
        // Within the oldest tens the younger are more.
        double place = decade < 8 ? dice.share() : Math.min(dice.share(), dice.share());
        return decade * 10 + (int) (place * (decade == 10 ? 6 : 10));
    }

    /** Deaths a person-year: Gompertz, near the Swedish life table. */
    static double mortality(int age, boolean woman) {
        return (woman ? 1.7e-5 : 3.0e-5) * StrictMath.exp(0.098 * Math.max(age, 10));
    }

    static double firstFracture(int age, boolean woman) {
        return at(woman ? WOMEN : MEN, age);
    }

    static double hip(int age) {
        return at(HIP, age);
    }

    static double hipDeath(int age) {
        return at(HIP_DEATH, age);
    }

    static double careHome(int age) {
        return at(CARE_HOME, age);
    }

    private static double at(double[] table, int age) {
        return table[Math.max(0, Math.min(table.length - 1, age / 10))];
    }
}
