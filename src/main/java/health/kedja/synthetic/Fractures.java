package health.kedja.synthetic;

import java.time.LocalDate;

/** The fractures of one person, the contacts at which they were found, and death after a fracture of the hip. */
final class Fractures {

    private static final Bone[] OTHER = {Bone.ANKLE, Bone.HAND, Bone.KNEE};
    private static final String[] LOW_ENERGY = {"W010", "W000", "W180", "W060", "W190", "W050", "W100"};
    private static final String[] HIGH_ENERGY = {"V430", "V180", "W130"};
    private static final String[] OPERATIONS = {"NFJ59", "NFJ69", "NFJ79", "NFB19", "NFB49", "NFJ89"};
    private static final int REFRACTURE_YEARS = 3;
    /** Raises the hazard so that the counted rate is the published one, as found by counting (the gap takes time). */
    private static final double REFRACTURE_FACTOR = 1.25;

    /** Lowers the hazard of the first, since refractures of the hip count too. */
    private static final double CARE_HOME_FACTOR = 0.76;

    private final Draft draft;
    private final Dice dice;
    /** No first fracture until then: the person is in a chain of refractures. */
    private LocalDate chainUntil = LocalDate.MIN;
    /** Until this day, life and death after a fracture of the hip are decided. */
    private LocalDate decided = LocalDate.MIN;

    Fractures(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
    }

    void happen() {
        for (int year = draft.population.firstYear(); year <= draft.population.lastYear(); year++) {
            LocalDate day = LocalDate.ofYearDay(year, dice.between(1, 365));
            double first = dice.share();
            double other = dice.share();
            if (!draft.here(day)) {
                continue;
            }
            if (other < 0.006 && day.isAfter(chainUntil)) {
                episode(day, dice.oneOf(OTHER));
            }
            int age = draft.age(day);
            boolean careHome = draft.careHome != null && !day.isBefore(draft.careHome);
            double hazard = careHome
                    ? CARE_HOME_FACTOR * draft.rates.of(Figure.CARE_HOME_HIP_FRACTURE)
                    : AgeTables.firstFracture(age, draft.woman)
                            * draft.rates.of(draft.woman, Figure.FRACTURES_WOMEN, Figure.FRACTURES_MEN);
            if (first < hazard && day.isAfter(chainUntil) && draft.here(day)) {
                chain(day, careHome ? 0.9 : AgeTables.hip(age));
            }
        }
    }

    private void chain(LocalDate first, double hip) {
        LocalDate day = first;
        boolean again = false;
        while (draft.here(day)) {
            int age = draft.age(day);
            Bone bone = bone(hip);
            LocalDate last = episode(day, bone);
            new Aftercare(draft, bone, day, last, again).happens();
            chainUntil = day.plusYears(REFRACTURE_YEARS);
            double rate = age < 50
                    ? 0.02
                    : draft.rates.of(draft.woman, Figure.REFRACTURE_WOMEN, Figure.REFRACTURE_MEN) * REFRACTURE_FACTOR;
            LocalDate next = last.plusMonths(3).plusDays((long) (365 * dice.wait(Math.max(1e-9, rate))));
            if (next.isAfter(chainUntil)) {
                return;
            }
            day = next;
            again = true;
        }
    }

    private Bone bone(double hip) {
        double place = dice.share();
        if (place < hip) {
            return place < hip * 0.55 ? Bone.HIP : Bone.HIP_PERTROCHANTERIC;
        }
        place = (place - hip) / (1 - hip);
        return place < 0.45
                ? Bone.WRIST
                : place < 0.68
                        ? Bone.PROXIMAL_HUMERUS
                        : place < 0.80 ? Bone.PELVIS : place < 0.91 ? Bone.LUMBAR_SPINE : Bone.THORACIC_SPINE;
    }

    /** One fracture with its contacts; answers the last day of the last contact. */
    private LocalDate episode(LocalDate day, Bone bone) {
        String source = draft.resource("Condition");
        Region region = draft.region(day);
        boolean primaryCare = !bone.hip() && draft.chance(Figure.PRIMARY_CARE_FRACTURE);
        Fact.Visit visit = primaryCare ? null : contact(day, bone, source, region);
        add(source, day, bone, visit);
        if (draft.chance(Figure.ENTERED_IN_ERROR)) {
            draft.facts.add(new Fact.Mistake(draft.resource("Condition"), day, dice.oneOf(Bone.values())));
        }
        LocalDate last = visit == null ? day : visit.lastDay();
        if (visit != null && bone.hip()) {
            mortality(day, last);
        }
        if (visit != null) {
            LocalDate control = control(last);
            if (control != null && draft.here(control)) {
                String again = draft.resource("Condition");
                Fact.Visit at = draft.outpatient(control, region.clinic(0), again);
                draft.facts.add(new Fact.Fracture(again, control, bone, at, null, null, null, 0, null));
                last = control;
            }
        }
        return last;
    }

    private LocalDate control(LocalDate last) {
        double place = dice.share();
        if (place < draft.rates.of(Figure.CONTROL_VISIT)) {
            return last.plusDays(dice.between(10, 60));
        }
        return 1 - place < draft.rates.of(Figure.LATE_CONTROL_VISIT) ? last.plusDays(dice.between(85, 150)) : null;
    }

    private Fact.Visit contact(LocalDate day, Bone bone, String source, Region region) {
        boolean inpatient = bone.hip() || dice.chance(inpatient(bone));
        int minute = Clock.onTheClock(day, dice.between(0, 24 * 60 - 1));
        int nights = bone.hip() ? 5 + (int) dice.around(5, 0.6) : inpatient ? 1 + (int) dice.around(3, 0.6) : 0;
        String main = draft.chance(Figure.MAIN_DIAGNOSIS) ? source : null;
        Fact.Visit visit = new Fact.Visit(
                draft.resource("Encounter"),
                day,
                bone.hip() && !day.isBefore(decided) ? open(day.plusDays(nights)) : draft.until(day.plusDays(nights)),
                minute,
                inpatient ? "IMP" : "EMER",
                region.clinic(inpatient ? 0 : 1),
                main);
        draft.facts.add(visit);
        if (bone.hip()) {
            surgery(visit, region);
        }
        return visit;
    }

    private LocalDate open(LocalDate last) {
        return last.isAfter(draft.population.endOfData()) ? null : last;
    }

    private static double inpatient(Bone bone) {
        return switch (bone) {
            case PELVIS -> 0.6;
            case THORACIC_SPINE, LUMBAR_SPINE -> 0.35;
            case PROXIMAL_HUMERUS, KNEE -> 0.2;
            default -> 0.08;
        };
    }

    private void surgery(Fact.Visit visit, Region region) {
        LocalDate arrival = visit.day();
        int year = arrival.getYear();
        double place = dice.share();
        boolean day1 = place < draft.rates.of(Figure.surgery(24, year));
        boolean day2 = place < draft.rates.of(Figure.surgery(48, year));
        int wait = day1 ? dice.between(120, 1440) : day2 ? dice.between(1441, 2880) : dice.between(2881, 7200);
        boolean untimed = draft.chance(Figure.SURGERY_TIME_MISSING);
        if (!draft.chance(Figure.OPERATED)) {
            return;
        }
        int minute = visit.minute() + wait;
        LocalDate day = arrival.plusDays(minute / 1440);
        if (SurgeryReporting.reported(draft.population.country(), region.code(), day) && !day.isAfter(draft.death)) {
            draft.facts.add(new Fact.Surgery(
                    draft.resource("Procedure"),
                    day,
                    untimed ? -1 : Clock.onTheClock(day, minute % 1440),
                    dice.oneOf(OPERATIONS),
                    visit));
        }
    }

    /** Death within a year of discharge at the published level, or not. */
    private void mortality(LocalDate day, LocalDate discharge) {
        if (day.isBefore(decided)) {
            return;
        }
        double share = draft.rates.of(draft.woman, Figure.HIP_MORTALITY_WOMEN, Figure.HIP_MORTALITY_MEN);
        double early = dice.share();
        if (dice.chance(share * AgeTables.hipDeath(draft.age(day)))) {
            draft.death = discharge.plusDays((long) (365 * early * early));
            decided = LocalDate.MAX;
            return;
        }
        decided = discharge.plusDays(366);
        if (draft.death.isBefore(decided)) {
            draft.death = decided.plusDays((long) (365 * dice.wait(0.2)));
        }
    }

    private void add(String source, LocalDate day, Bone bone, Fact.Visit visit) {
        String side = bone.sided() ? dice.chance(0.5134) ? "left" : "right" : null;
        boolean known = !draft.chance(Figure.CAUSE_MISSING);
        String cause = dice.chance(0.05) ? dice.oneOf(HIGH_ENERGY) : dice.oneOf(LOW_ENERGY);
        int late = draft.chance(Figure.REGISTERED_LATE) ? dice.between(31, 200) : dice.between(0, 3);
        String twice = visit != null && draft.chance(Figure.REGISTERED_TWICE) ? draft.resource("Condition") : null;
        draft.facts.add(new Fact.Fracture(
                source,
                day,
                bone,
                visit,
                side,
                known ? cause : null,
                known ? draft.resource("Condition") : null,
                late,
                twice));
    }
}
