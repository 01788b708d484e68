package health.kedja.indicator;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.PartBuilder;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lives at random, for properties. */
final class Lives {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);

    private Lives() {}

    /** People with the ids from {@code firstId} on, dealt out to so many parts. */
    static Cohort cohort(List<List<Event>> lives, int firstId, int parts) {
        Dictionary dictionary = new Dictionary();
        List<PartBuilder> builders = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            builders.add(new PartBuilder(dictionary));
        }
        for (int i = 0; i < lives.size(); i++) {
            builders.get(i % parts).add(Integer.toString(firstId + i), History.of(lives.get(i)));
        }
        return new Cohort(dictionary, builders.stream().map(PartBuilder::build).toList());
    }

    /** Lives full of what the indicators ask for, with errors: death before fractures, stays that end before they begin. */
    static List<List<Event>> lives(long seed, int people) {
        Random random = new Random(seed);
        List<List<Event>> lives = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            lives.add(life(random));
        }
        return lives;
    }

    private static List<Event> life(Random random) {
        Life life = new Life();
        if (random.nextInt(20) > 0) {
            life.born(LocalDate.of(1920 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28))
                    .toString());
        }
        life.sex(random.nextBoolean() ? "female" : "male");
        if (random.nextInt(10) > 0) {
            life.livesIn(one(random, "12", "01"), null, null);
        }
        if (random.nextInt(10) == 0) {
            life.livesIn("abroad", day(random), null);
        }
        if (random.nextInt(4) == 0) {
            life.died(random.nextInt(5) == 0 ? null : day(random));
        }
        life.listedAt("Organization/2", day(random), null);
        for (int n = random.nextInt(8); n > 0; n--) {
            happening(random, life);
        }
        return life.events();
    }

    private static void happening(Random random, Life life) {
        String day = day(random);
        String later = LocalDate.parse(day).plusDays(random.nextInt(12) - 1).toString();
        String icd = one(random, "S7200", "S525", "S422", "M800F", "S620");
        switch (random.nextInt(9)) {
            case 0 -> life.visitsFor(icd, day);
            case 1, 2 -> life.inHospitalFor(icd, day, later);
            case 3 -> life.hipOperated(day + "T10:00", later + "T13:30");
            case 4 -> life.dispensed(one(random, "M05BA04", "A12AX01", "H02AB06"), day, random.nextInt(120));
            case 5 -> life.given(one(random, "M05BX04", "M05BA08"), day);
            case 6 -> life.inHousing(day, random.nextBoolean() ? later : null);
            case 7 -> life.has(Kind.OSTEOPOROSIS_DIAGNOSIS, day, "M819");
            default ->
                life.has(
                        one(
                                random,
                                Kind.TRAINING,
                                Kind.COORDINATOR_ASSESSMENT,
                                Kind.RISK_ASSESSMENT,
                                Kind.BONE_DENSITY_SCAN,
                                Kind.FOLLOW_UP_PLAN),
                        day,
                        null);
        }
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    private static String day(Random random) {
        return START.plusDays(random.nextInt(5 * 365)).toString();
    }
}
