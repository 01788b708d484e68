package health.kedja.history;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.cohort.PartBuilder;
import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The columns of a cohort as tests compare them: person by person, with words for the numbers of codes. */
public final class Columns {

    private Columns() {}

    /** Everything the columns say of each person. */
    public static Map<String, List<String>> of(Cohort cohort) {
        Map<String, List<String>> people = new TreeMap<>();
        for (Part part : cohort.parts()) {
            for (int person = 0; person < part.people(); person++) {
                List<String> twice = people.put(part.ids()[person], person(cohort.dictionary(), part, person));
                if (twice != null) {
                    throw new AssertionError(part.ids()[person] + " is in the cohort twice");
                }
            }
        }
        return people;
    }

    /** What the columns would be if each of these were read alone, as for {@code $fracture-chain}. */
    static Map<String, List<String>> readAlone(DataSource dataSource, Iterable<String> patients) {
        Histories histories = new Histories(dataSource);
        Dictionary dictionary = new Dictionary();
        PartBuilder builder = new PartBuilder(dictionary);
        for (String patient : patients) {
            builder.add(patient, histories.of(patient).history());
        }
        return of(new Cohort(dictionary, List.of(builder.build())));
    }

    private static List<String> person(Dictionary dictionary, Part part, int person) {
        List<String> lines = new ArrayList<>();
        lines.add("born " + part.birth()[person] + " dead " + part.death()[person] + " "
                + dictionary.word(part.sex()[person]) + " " + dictionary.word(part.countryOfBirth()[person]) + " "
                + Long.toHexString(part.kinds()[person]));
        for (int event = part.firstEvent()[person]; event < part.firstEvent()[person + 1]; event++) {
            lines.add(Kind.values()[part.kind()[event]] + " " + part.day()[event] + " " + part.lastDay()[event] + " "
                    + dictionary.word(part.code()[event]) + " " + dictionary.word(part.qualifier()[event]) + " "
                    + part.value()[event] + " " + part.contact()[event] + " " + part.flags()[event]);
        }
        return lines;
    }
}
