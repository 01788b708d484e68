package health.kedja.operation.evaluatemeasure;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.operation.HipFractures;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code Prefer: respond-async}, and reports as tables. */
class LateReportTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String YEAR = "periodStart=2021-01-01&periodEnd=2021-12-31&asOf=2023-12-31";

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private String kickOff(String path) {
        FhirHttp.Answer accepted = http.get(path, "Prefer", "respond-async").expect(202);
        String status = accepted.header("Content-Location");
        assertThat(status).startsWith(SERVER.fhirBase().toString());
        return status;
    }

    private FhirHttp.Answer done(String status, String... headers) {
        for (int i = 0; i < 600; i++) {
            FhirHttp.Answer answer = http.get(status, headers);
            if (answer.status() != 202) {
                return answer;
            }
            assertThat(answer.header("X-Progress")).matches("\\d+ of \\d+ indicators");
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("No report came");
    }

    @Test
    void a_late_answer_is_fetched_where_the_first_one_says() {
        String status = kickOff("Measure/$evaluate-measure?" + YEAR);

        Bundle answer = done(status).expect(200).as(Bundle.class);

        assertThat(answer.getType()).isEqualTo(BundleType.BATCHRESPONSE);
        assertThat(answer.getEntryFirstRep().getResponse().getStatus()).startsWith("200");
        assertThat(((Bundle) answer.getEntryFirstRep().getResource()).getEntry())
                .hasSizeGreaterThan(40);
        assertThat(done(status, "Accept", "text/csv").expect(200).body()).startsWith("report_id,measure,");
    }

    @Test
    void a_late_answer_can_be_given_up() {
        String status = kickOff("Measure/$evaluate-measure?" + YEAR);

        http.delete(status).expect(202);

        assertThat(http.get(status).expect(404).diagnostics()).contains("Parameter 'job'");
        assertThat(http.delete(status).expect(404).diagnostics()).contains("Parameter 'job'");
    }

    @Test
    void a_bad_question_is_refused_at_once_and_one_that_turns_out_bad_later() {
        http.get("Measure/$evaluate-measure?periodStart=2021-01-01", "Prefer", "respond-async")
                .expect(400);
        String status =
                kickOff("Measure/CHAIN-bone-density-TIME/$evaluate-measure?" + YEAR + "&standardPopulation=esp2013");

        assertThat(done(status).expect(400).diagnostics()).contains("Parameter 'standardPopulation'");
        assertThat(done(status).expect(400).diagnostics()).contains("Parameter 'standardPopulation'");
    }

    @Test
    void a_table_has_a_line_for_the_whole_and_one_for_each_stratum() {
        HipFractures people = new HipFractures(http).add("female", true).add("male", false);
        String path = "Measure/SOS-07/$evaluate-measure?" + YEAR + "&stratifier=sex&suppressBelow=0&subject="
                + people.group();

        FhirHttp.Answer byHeader = http.get(path, "Accept", "text/csv").expect(200);
        FhirHttp.Answer byParameter =
                http.get(path + "&_format=csv", "Accept", "*/*").expect(200);

        assertThat(byHeader.header("Content-Type")).startsWith("text/csv");
        assertThat(byParameter.header("Content-Type")).startsWith("text/csv");
        String[] lines = linesButCoverage(byHeader);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).contains(",row,sex,standing,initial_population,");
        assertThat(lines[1]).contains(",SOS-07,").contains(",whole,,shown,2,0,0,2,1,,,,0.5,");
        assertThat(lines[2]).contains(",stratum,female,shown,1,0,0,1,1,,,,1,");
        assertThat(lines[3]).contains(",stratum,male,shown,1,0,0,1,0,,,,0,");
        assertThat(linesButCoverage(byParameter)).hasSize(4);
    }

    /** Coverage is of everybody who is stored, those of other tests among them. */
    private static String[] linesButCoverage(FhirHttp.Answer table) {
        return table.body()
                .lines()
                .filter(line -> !line.contains(",coverage,,"))
                .toArray(String[]::new);
    }

    @Test
    void what_is_withheld_is_empty_in_the_table() {
        HipFractures people = new HipFractures(http).add("female", true);
        for (int i = 0; i < 4; i++) {
            people.add("male", false);
        }

        String table = http.get(
                        "Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=" + people.group(), "Accept", "text/csv")
                .expect(200)
                .body();

        assertThat(table.split("\r\n")[1]).contains(",whole,suppressed,,,,,,,,,,,,");
    }
}
