package health.kedja.synthetic;

import health.kedja.indicator.Counts;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One person, born on 1 May 1940, of whom a few things are recorded. */
final class Recorded {

    private final List<Fact> facts =
            new ArrayList<>(List.of(new Fact.Home("Patient/p", LocalDate.of(1940, 5, 1), null, "12", "1280")));
    private LocalDate death;
    private int number;

    Recorded fracture(LocalDate day, Bone bone) {
        String source = "Condition/" + number++;
        Fact.Visit visit =
                new Fact.Visit("Encounter/" + number++, day, day, 600, "EMER", "Organization/clinic-12-0", source);
        facts.add(visit);
        facts.add(new Fact.Fracture(source, day, bone, visit, null, null, null, 0, null));
        return this;
    }

    Recorded care(LocalDate day, Kind kind) {
        return care(day, kind, null, null, Double.NaN);
    }

    Recorded frax(LocalDate day, double percent) {
        return care(day, Kind.FRAX_MAJOR, "without-bmd", null, percent);
    }

    Recorded tScore(LocalDate day, double score) {
        return care(day, Kind.T_SCORE, null, "hip", score);
    }

    Recorded referral(LocalDate day, String to) {
        return care(day, Kind.REFERRAL, to, null, Double.NaN);
    }

    Recorded decision(LocalDate day, Kind against, String reason) {
        return care(day, Kind.NOT_DONE, against.token(), reason, Double.NaN);
    }

    private Recorded care(LocalDate day, Kind kind, String code, String qualifier, double value) {
        String source = "Procedure/" + number++;
        facts.add(new Fact.Care(source, day, kind, code, qualifier, null, value, null, null, null));
        return this;
    }

    Recorded dispensed(LocalDate day, String atc, int days) {
        facts.add(new Fact.Supply("MedicationDispense/" + number++, day, atc, days, false, null));
        return this;
    }

    Recorded diagnosed(LocalDate day) {
        facts.add(new Fact.Osteoporosis("Condition/" + number++, day, "M819", null, 0));
        return this;
    }

    Recorded died(LocalDate day) {
        death = day;
        return this;
    }

    /** What the fractures of a year count for, as known on 31 December 2022. */
    Counts counts(String indicator, int year) {
        return truth(year, LocalDate.of(2022, 12, 31)).get(indicator).whole();
    }

    Map<String, TrueCounts> truth(int year, LocalDate endOfData) {
        SyntheticPerson person = new SyntheticPerson(
                "p", 0, LocalDate.of(1940, 5, 1), "female", "SE", null, "Organization/1", death, facts);
        return Truth.of(Stream.of(person), year, endOfData);
    }
}
