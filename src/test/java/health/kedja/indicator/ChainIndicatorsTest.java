package health.kedja.indicator;

import static health.kedja.indicator.Shipped.indicator;
import static health.kedja.indicator.Shipped.question;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.pathway.Event;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import health.kedja.pathway.Step;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepStatus;
import health.kedja.server.GuidelineFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainIndicatorsTest {

    private static final Guideline PATHWAY =
            GuidelineFiles.load("se-psvf-2021", Optional.empty()).standard();
    private static final ChainSource CHAINS = new ColumnChains(PATHWAY, Map.of());

    @Test
    void a_chain_is_done_overdue_or_pending_in_a_step() {
        People people = new People();
        people.add("done")
                .born("1950-01-01")
                .breaks("S7200", "2023-03-01")
                .has(Kind.EPISODE_OPENED, "2023-03-04", null);
        people.add("not done").born("1950-01-01").breaks("S7200", "2023-03-01");
        people.add("early")
                .born("1950-01-01")
                .breaks("S7200", "2023-12-20")
                .has(Kind.EPISODE_OPENED, "2023-12-21", null);
        people.add("year before").born("1950-01-01").breaks("S7200", "2022-03-01");
        people.add("too young").born("1990-01-01").breaks("S525", "2023-03-01");
        people.add("no fracture").born("1950-01-01").dispensed("M05BA04", "2023-03-01");

        Counts counts =
                ask("CHAIN-identification", people, "2023-12-31").whole().counts();

        assertThat(counts).isEqualTo(new Counts(3, 0, 1, 2, 1, 0, 0, 0));
    }

    @Test
    void on_the_last_day_of_its_time_a_step_is_pending_whether_or_not_it_is_done() {
        People people = new People();
        people.add().born("1950-01-01").breaks("S7200", "2023-03-01").has(Kind.EPISODE_OPENED, "2023-03-04", null);
        people.add().born("1950-01-01").breaks("S7200", "2023-03-01");

        assertThat(ask("CHAIN-identification", people, "2023-03-29").whole().counts())
                .isEqualTo(new Counts(2, 0, 2, 0, 0, 0, 0, 0));
        assertThat(ask("CHAIN-identification", people, "2023-03-30").whole().counts())
                .isEqualTo(new Counts(2, 0, 0, 2, 1, 0, 0, 0));
    }

    @Test
    void the_time_to_a_step_has_a_median_of_those_who_had_it() {
        People people = new People();
        for (int days : List.of(2, 4, 9)) {
            people.add()
                    .born("1950-01-01")
                    .breaks("S7200", "2023-03-01")
                    .has(
                            Kind.EPISODE_OPENED,
                            LocalDate.of(2023, 3, 1).plusDays(days).toString(),
                            null);
        }
        people.add().born("1950-01-01").breaks("S7200", "2023-03-01");

        Cell whole = ask("CHAIN-identification-TIME", people, "2023-12-31").whole();

        assertThat(whole.counts()).isEqualTo(new Counts(4, 1, 0, 3, 3, 0, 0, 0));
        assertThat(whole.score().orElseThrow().value()).isEqualTo(4);
        assertThat(whole.lowerQuartile().orElseThrow().value()).isEqualTo(3);
    }

    @Test
    void chains_have_site_and_type() {
        People people = new People();
        people.add().born("1950-01-01").breaks("S7200", "2023-03-01");
        people.add().born("1950-01-01").breaks("S525", "2023-03-01");

        Report report =
                ask("CHAIN-risk-assessment", people, "2023-12-31", Stratifier.FRACTURE_SITE, Stratifier.CHAIN_TYPE);

        assertThat(report.cells())
                .extracting(cell -> cell.stratum().get(Stratifier.FRACTURE_SITE))
                .containsExactly("hip", "wrist");
        assertThat(report.cells())
                .allMatch(cell -> cell.stratum().get(Stratifier.CHAIN_TYPE).matches("[ABC]"));
    }

    @Test
    void a_national_indicator_can_be_divided_by_the_type_of_chain() {
        People people = new People();
        people.add().born("1950-01-01").visitsFor("S525", "2023-03-01");

        Report report = Evaluation.of(
                indicator("SOS-10"),
                question("2023-01-01", "2023-12-31", "2024-12-31", Stratifier.CHAIN_TYPE),
                people.cohort(),
                CHAINS);

        assertThat(report.cells().get(0).stratum().get(Stratifier.CHAIN_TYPE)).matches("[ABC]");
    }

    @Test
    void chains_from_columns_are_those_from_histories() {
        Random random = new Random(7);
        People people = new People();
        List<List<Event>> lives = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Life life = people.add().born("1945-01-01");
            for (int n = random.nextInt(6); n >= 0; n--) {
                happening(random, life);
            }
            lives.add(life.events());
        }
        LocalDate asOf = LocalDate.of(2024, 6, 30);
        Cohort cohort = people.cohort();
        Chains chains = CHAINS.chains(cohort.parts().get(0), cohort.dictionary(), ChainNeed.ofAll(asOf));

        assertThat(CHAINS.chains(cohort.parts().get(0), cohort.dictionary(), ChainNeed.ofAll(asOf)))
                .isSameAs(chains);
        int all = 0;
        for (int person = 0; person < lives.size(); person++) {
            List<FractureChain> truth = FractureChain.evaluate(History.of(lives.get(person)), PATHWAY, asOf)
                    .chains();
            int first = chains.firstChain()[person];
            assertThat(chains.firstChain()[person + 1] - first).isEqualTo(truth.size());
            for (int i = 0; i < truth.size(); i++) {
                all++;
                assertThat(chains.day()[first + i])
                        .isEqualTo((int) truth.get(i).fractureDate().toEpochDay());
                assertThat(chains.site()[first + i]).isEqualTo(truth.get(i).site());
                assertThat(chains.type()[first + i]).isEqualTo(truth.get(i).type());
                for (Step step : truth.get(i).steps()) {
                    assertThat(chains.statusOf(first + i, step.code())).isEqualTo(step.status());
                    assertThat(chains.doneOf(first + i, step.code()))
                            .isEqualTo(
                                    step.done() == null
                                            ? Chains.NO_DAY
                                            : (int) step.done().toEpochDay());
                }
            }
        }
        assertThat(all).isGreaterThan(100);
        assertThat(chains.status()).contains((byte) StepStatus.DONE.ordinal(), (byte) StepStatus.OVERDUE.ordinal());
    }

    @Test
    void there_is_an_indicator_and_a_time_for_each_step() {
        for (StepCode step : StepCode.values()) {
            assertThat(Shipped.ALL.find("CHAIN-" + step.token())).isPresent();
            assertThat(Shipped.ALL.find("CHAIN-" + step.token() + "-TIME")).isPresent();
        }
    }

    private static void happening(Random random, Life life) {
        String day = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(900)).toString();
        switch (random.nextInt(8)) {
            case 0 -> life.visitsFor("S525", day);
            case 1 ->
                life.inHospitalFor(
                        "S7200", day, LocalDate.parse(day).plusDays(9).toString());
            case 2 -> life.breaks("S422", day);
            case 3 -> life.has(Kind.EPISODE_OPENED, day, null);
            case 4 -> life.has(Kind.RISK_ASSESSMENT, day, "without-bmd");
            case 5 -> life.dispensed("M05BA04", day);
            case 6 -> life.has(Kind.TRAINING, day, null);
            default -> life.has(Kind.FOLLOW_UP_PLAN, day, null);
        }
    }

    private static Report ask(String id, People people, String asOf, Stratifier... by) {
        return Evaluation.of(indicator(id), question("2023-01-01", "2023-12-31", asOf, by), people.cohort(2), CHAINS);
    }
}
