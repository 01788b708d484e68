package health.kedja.synthetic;

import java.time.LocalDate;

/** Makes up the life of one person. */
final class Life {

    private static final String[] NORDIC_AND_EUROPE = {"FI", "NO", "DK", "DE", "PL", "BA", "GB"};
    private static final String[] WORLD = {"SY", "IQ", "IR", "TH", "CL", "SO", "TR"};

    private final SyntheticPopulation population;
    private final int index;

    Life(SyntheticPopulation population, int index) {
        this.population = population;
        this.index = index;
    }

    SyntheticPerson lived() {
        Dice dice = new Dice(population.seed(), index);
        boolean woman = dice.chance(0.5);
        int years = population.lastYear() - population.firstYear() + 1;
        int age = AgeTables.ageAtStart(dice, years);
        LocalDate birth =
                population.start().minusYears(age).minusDays(age < 0 ? -dice.between(0, 364) : dice.between(1, 365));
        if (birth.isAfter(population.endOfData())) {
            birth = population.endOfData();
        }
        Draft draft = new Draft(population, index, dice, woman, birth);
        death(draft);
        if (dice.chance(population.rates().of(Figure.EMIGRATION) * years) && age < 70) {
            draft.emigration = anyDay(draft);
        }
        String listedAt = homes(draft);
        new Fractures(draft).happen();
        stays(draft);
        new Routine(draft).happens();
        new Orders(draft, new Dice(~population.seed(), index)).written();
        clip(draft);
        String born = countryOfBirth(dice);
        String education = education(draft);
        LocalDate death = draft.death.isAfter(population.endOfData()) ? null : draft.death;
        return new SyntheticPerson(
                draft.id, index, birth, woman ? "female" : "male", born, education, listedAt, death, draft.facts);
    }

    /** Background death, sooner for those who enter special housing. */
    private static void death(Draft draft) {
        SyntheticPopulation population = draft.population;
        draft.death = LocalDate.of(population.lastYear() + 30, 1, 1);
        for (int year = population.firstYear(); year <= population.lastYear(); year++) {
            LocalDate day = LocalDate.ofYearDay(year, draft.dice.between(1, 365));
            if (day.isBefore(draft.birth)) {
                continue;
            }
            int age = draft.age(day);
            if (draft.careHome == null && draft.dice.chance(AgeTables.careHome(age))) {
                draft.careHome = day;
                draft.death = day.plusDays((long) (365 * draft.dice.wait(0.4)));
                return;
            }
            // Those in special housing have their own mortality, so that the others have less than everybody.
            if (draft.dice.chance(AgeTables.mortality(age, draft.woman) * (age < 75 ? 1 : 0.75))) {
                draft.death = day;
                return;
            }
        }
    }

    private LocalDate anyDay(Draft draft) {
        LocalDate from = draft.birth.isAfter(population.start()) ? draft.birth : population.start();
        int days = (int) (population.endOfData().toEpochDay() - from.toEpochDay());
        return from.plusDays(draft.dice.between(1, Math.max(1, days)));
    }

    /** Adds the homes and answers where the person is listed. */
    private String homes(Draft draft) {
        Dice dice = draft.dice;
        LocalDate from = draft.birth;
        Region region = population.country().at(dice.share());
        String municipality = dice.oneOf(region.municipalities().toArray(String[]::new));
        LocalDate start = draft.birth.isAfter(population.start()) ? draft.birth : population.start();
        LocalDate move = start.plusDays((long) (365 * dice.wait(Math.max(1e-9, draft.rates.of(Figure.MOVE)))));
        String source = "Patient/" + draft.id;
        while (draft.here(move)) {
            draft.facts.add(new Fact.Home(source, from, move.minusDays(1), region.code(), municipality));
            from = move;
            region = population.country().at(dice.share());
            municipality = dice.oneOf(region.municipalities().toArray(String[]::new));
            move = move.plusDays(30 + (long) (365 * dice.wait(draft.rates.of(Figure.MOVE))));
        }
        LocalDate emigration = draft.emigration;
        boolean leaves = emigration != null
                && emigration.isAfter(from)
                && !emigration.isAfter(draft.death)
                && !emigration.isAfter(population.endOfData());
        if (!leaves) {
            draft.emigration = null;
        }
        LocalDate last = leaves ? emigration.minusDays(1) : null;
        draft.facts.add(new Fact.Home(source, from, last, region.code(), municipality));
        if (leaves) {
            draft.facts.add(new Fact.Home(source, emigration, null, "abroad", null));
        }
        return Region.healthCentre(municipality);
    }

    private static void stays(Draft draft) {
        if (draft.careHome == null || !draft.here(draft.careHome)) {
            return;
        }
        LocalDate leaves = draft.death;
        if (draft.dice.chance(0.08)) {
            // Some go home again.
            leaves = draft.careHome.plusDays(draft.dice.between(20, 200));
        }
        draft.facts.add(new Fact.CareHome(draft.resource("EpisodeOfCare"), draft.careHome, draft.until(leaves)));
    }

    /** Nothing is recorded after death, emigration or the end of data. */
    private static void clip(Draft draft) {
        draft.facts.removeIf(
                fact -> fact instanceof Fact.Home ? fact.day().isAfter(draft.death) : !draft.here(fact.day()));
        Fact.Home last = draft.home(draft.death);
        boolean stayed = draft.facts.stream()
                .noneMatch(
                        fact -> fact instanceof Fact.Home home && home.region().equals("abroad"));
        if (stayed && last.to() != null) {
            // Death came before a move that was planned.
            draft.facts.replaceAll(fact -> fact == last
                    ? new Fact.Home(last.source(), last.day(), null, last.region(), last.municipality())
                    : fact);
        }
    }

    private static String countryOfBirth(Dice dice) {
        double place = dice.share();
        return place < 0.80 ? "SE" : place < 0.90 ? dice.oneOf(NORDIC_AND_EUROPE) : dice.oneOf(WORLD);
    }

    private String education(Draft draft) {
        double place = draft.dice.share();
        if (draft.chance(Figure.EDUCATION_MISSING) || draft.age(population.endOfData()) < 20) {
            return null;
        }
        return place < 0.25 ? "compulsory" : place < 0.68 ? "upper-secondary" : "post-secondary";
    }
}
