package health.kedja.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.KedjaServerExtension;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.cohort.PartBuilder;
import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is written, each audience sees at the next question what {@link Reach} says that it may. */
class AudiencesKeptUpTest {

    private static final LocalDate DAY = LocalDate.parse("2025-01-01");
    private static final int PEOPLE = 20;
    private static final String[] CONDITIONS = {
        "insert into kedja.event (source, ordinal, patient, kind, day, code)"
                + " select 'Condition/' || p, 0, 'p' || p, 'fracture', '2024-01-01', 'S7200' from generate_series(1, ?) p",
        "insert into kedja.custody (source, patient, custodian)"
                + " select 'Condition/' || p, 'p' || p, (array['ward', 'clinic', 'hospital'])[p % 3 + 1]"
                + " from generate_series(1, ?) p",
        "insert into kedja.patient_owner"
                + " select 'p' || p, (array['north', 'south'])[p % 2 + 1] from generate_series(1, ?) p"
    };

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private OwnDatabase database;
    private CurrentCohort current;
    private Reach reach;
    private Histories histories;

    @BeforeEach
    void two_regions() {
        database = new OwnDatabase(SERVER, "audiences_test");
        for (String sql : CONDITIONS) {
            database.jdbc().update(sql, PEOPLE);
        }
        run("insert into kedja.organization values ('north', null), ('south', null), ('ward', 'north'),"
                + " ('clinic', 'north'), ('hospital', 'south')");
        current = new CurrentCohort(database.dataSource());
        reach = new Reach(database.dataSource(), 0);
        histories = new Histories(database.dataSource());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void run(String sql) {
        database.jdbc().update(sql);
    }

    private static Audience audience(String region, boolean withoutOptedOut, String organization) {
        return new Audience(Optional.of(region), withoutOptedOut, Optional.of(Set.of(organization)), DAY);
    }

    /** Worked out person by person, by other statements than those of the population. */
    private Map<String, List<String>> expected(Audience audience, Set<String> everyone) {
        Set<String> theirs = reach.patientsOf(audience.region().orElseThrow());
        Set<String> optedOut = new AskedOfReach(database.dataSource()).optedOut(audience.day());
        Dictionary dictionary = new Dictionary();
        PartBuilder builder = new PartBuilder(dictionary);
        for (String person : new TreeSet<>(everyone)) {
            if (theirs.contains(person) && !(audience.withoutOptedOut() && optedOut.contains(person))) {
                List<Event> events =
                        new ArrayList<>(histories.of(person).history().events());
                Map<String, String> sources = new HashMap<>();
                events.forEach(event -> sources.put(event.source(), person));
                Set<String> hidden =
                        reach.hidden(sources, audience.organizations().orElseThrow(), audience.day());
                events.removeIf(event -> hidden.contains(event.source()));
                if (!events.isEmpty()) {
                    builder.add(person, History.of(events));
                }
            }
        }
        return Columns.of(new Cohort(dictionary, List.of(builder.build())));
    }

    private void assertEachSeesWhatIsTheirs(String after) {
        Set<String> everyone = Columns.of(current.now().cohort()).keySet();
        for (Audience audience : List.of(
                audience("north", true, "north"),
                audience("north", false, "ward"),
                audience("north", true, "clinic"),
                audience("south", false, "hospital"),
                audience("south", true, "south"))) {
            assertThat(Columns.of(current.now(audience).cohort())).as(after).isEqualTo(expected(audience, everyone));
        }
    }

    @Test
    void whoever_writes_whatever_in_whatever_order() {
        assertEachSeesWhatIsTheirs("the beginning");
        Random random = new Random(8);
        for (int i = 0; i < 60; i++) {
            String one = "'p" + (1 + random.nextInt(PEOPLE)) + "'";
            String other = "'p" + (1 + random.nextInt(PEOPLE)) + "'";
            String region = random.nextBoolean() ? "'north'" : "'south'";
            String unit = List.of("'ward'", "'clinic'", "'north'", "null").get(random.nextInt(4));
            String sql = switch (random.nextInt(10)) {
                case 0 -> "delete from kedja.patient_owner where patient = " + one;
                case 1 -> "update kedja.patient_owner set region = " + region + " where patient = " + one;
                case 2 -> "insert into kedja.patient_owner values (" + one + ", " + region + ") on conflict do nothing";
                case 3 ->
                    "insert into kedja.consent values ('Consent/" + i + "', 0, " + one
                            + ", 'register-opt-out', null, null, " + (random.nextBoolean() ? "null" : "'2024-12-31'")
                            + ")";
                case 4, 5 ->
                    "insert into kedja.consent values ('Consent/" + i + "', 0, " + one + ", 'block', " + unit + ", "
                            + (random.nextInt(3) > 0 ? "null" : "'2025-01-02'") + ", null)";
                case 6 -> "delete from kedja.consent where patient = " + one;
                case 7 -> "insert into kedja.patient_link values (" + one + ", " + other + ") on conflict do nothing";
                case 8 -> "delete from kedja.patient_link where patient = " + one;
                default -> "update kedja.custody set custodian = " + unit + " where patient = " + one;
            };
            run(sql);
            assertEachSeesWhatIsTheirs(sql);
        }
    }

    @Test
    void nothing_is_copied_of_those_who_refuse_nothing() {
        run("insert into kedja.consent values ('Consent/1', 0, 'p2', 'register-opt-out', null, null, null)");
        List<Part> all = current.now().cohort().parts();
        List<Part> seen = current.now(audience("south", true, "south")).cohort().parts();
        List<Part> theirs =
                current.now(audience("north", true, "north")).cohort().parts();
        assertThat(seen).hasSize(1).allMatch(part -> all.stream().anyMatch(one -> one == part));
        assertThat(theirs).hasSize(1).allMatch(part -> all.stream().anyMatch(one -> one == part));
        assertThat(all).hasSize(3);
        assertThat(seen.get(0).people() + theirs.get(0).people()).isEqualTo(PEOPLE - 1);
    }

    @Test
    void whose_view_it_is_and_which_refusals_were_honoured_is_told_by_a_hash() {
        Audience north = audience("north", true, "north");
        Audience south = audience("south", true, "south");
        String before = current.now(north).seenBy();
        assertThat(current.now().seenBy()).isEmpty();
        assertThat(current.now(north).seenBy()).isEqualTo(before);
        assertThat(current.now(audience("north", false, "north")).seenBy()).isNotEqualTo(before);
        assertThat(current.now(audience("north", true, "ward")).seenBy()).isNotEqualTo(before);
        String elsewhere = current.now(south).seenBy();
        // p1 is of the south.
        run("insert into kedja.consent values ('Consent/1', 0, 'p1', 'register-opt-out', null, null, null)");
        assertThat(current.now(north).seenBy()).isEqualTo(before);
        assertThat(current.now(south).seenBy()).isNotEqualTo(elsewhere);
    }
}
