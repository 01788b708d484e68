package health.kedja.operation.evaluatemeasure;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.history.Records;
import health.kedja.operation.HipFractures;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bad question to {@code $evaluate-measure} gets a clear answer that names the parameter, and never a number. */
class BadMeasureQuestionTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private static final String YEAR = "periodStart=2021-01-01&periodEnd=2021-12-31";

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "periodStart=2022-01-01&periodEnd=2021-12-31 | periodEnd | before it starts",
                "periodStart=2022-01-01 | periodEnd | is missing",
                "periodEnd=2022-01-01 | periodStart | is missing",
                "periodStart=2021-02-30&periodEnd=2021-12-31 | periodStart | not a day of the calendar",
                "periodStart=last&periodEnd=2021-12-31 | periodStart | not a day of the calendar",
                "periodStart=2021-01-01&periodEnd=2021-12-31&asOf=2020-12-31 | periodStart | after the last day of data",
                "YEAR&stratifier=colour | stratifier | There are: sex, age-group",
                "YEAR&stratifier=sex,,region | stratifier | no stratifier ''",
                "YEAR&stratifier=sex,sex | stratifier | named twice",
                "YEAR&stratifier=sex&reportType=subject-list | stratifier | only reports of type population",
                "YEAR&compare=colour | compare | There are: sex, age-group",
                "YEAR&compare=year | compare | trend and run chart come by themselves",
                "YEAR&compare=sex&compare=region | compare | is given more than once",
                "YEAR&compare=sex&reportType=subject-list | compare | only reports of type population",
                "YEAR&reportType=summary | reportType | subject, subject-list or population",
                "YEAR&reportType=subject | subject | about one patient",
                "YEAR&subject=Practitioner/1 | subject | Group/[id] or Organization/[id] or Patient/[id]",
                "YEAR&subject=nobody | subject | cannot be the subject",
                "YEAR&standardPopulation=mars | standardPopulation | none, national, esp2013",
                "YEAR&suppressBelow=-1 | suppressBelow | whole number of 0 or more",
                "YEAR&suppressBelow=few | suppressBelow | whole number of 0 or more",
                "YEAR&lastReceivedOn=yesterday | lastReceivedOn | no day and no instant",
                "YEAR&guideline=none-such | guideline | no guideline",
                "YEAR&measure=SOS-08 | measure | is not one of this operation",
                "YEAR&practitioner=1 | practitioner | is not one of this operation"
            })
    void the_parameter_and_the_reason_are_named(String query, String parameter, String reason) {
        OperationOutcome outcome = http.get(
                        "Measure/SOS-07/$evaluate-measure?" + query.strip().replace("YEAR", YEAR))
                .expect(400)
                .as(OperationOutcome.class);

        assertThat(outcome.getIssueFirstRep().getDiagnostics())
                .startsWith("Parameter '" + parameter.strip() + "'")
                .contains(reason.strip());
        assertThat(outcome.getIssueFirstRep().getExpression())
                .extracting(one -> one.getValue())
                .containsExactly(parameter.strip());
    }

    @Test
    void what_is_not_there_is_404() {
        assertThat(http.get("Measure/XX-1/$evaluate-measure?" + YEAR)
                        .expect(404)
                        .diagnostics())
                .contains("XX-1")
                .contains("SOS-07");
        assertThat(http.get("Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=Group/none-such")
                        .expect(404)
                        .diagnostics())
                .contains("Parameter 'subject': there is no Group/none-such");
        assertThat(http.get("Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=Patient/none-such")
                        .expect(404)
                        .diagnostics())
                .contains("Parameter 'subject'");
        assertThat(http.get("Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=Organization/none-such")
                        .expect(404)
                        .diagnostics())
                .contains("Parameter 'subject'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YEAR&reportType=subject-list | reportType | RCP-1 tells the completeness of fields in groups of people",
                "YEAR&standardPopulation=national | standardPopulation | which is not standardised",
                "YEAR&stratifier=colour | stratifier | There are: sex, age-group",
                "periodStart=2022-01-01&periodEnd=2021-12-31 | periodEnd | before it starts"
            })
    void of_completeness_too(String query, String parameter, String reason) {
        assertThat(http.get("Measure/RCP-1/$evaluate-measure?" + query.strip().replace("YEAR", YEAR))
                        .expect(400)
                        .diagnostics())
                .startsWith("Parameter '" + parameter.strip() + "'")
                .contains(reason.strip());
    }

    @Test
    void the_completeness_of_one_patient_and_the_rank_of_one_unit_are_not_told() {
        HipFractures people = new HipFractures(http).add("female", true);

        assertThat(http.get("Measure/RCP-1/$evaluate-measure?" + YEAR + "&subject=Patient/"
                                + people.people().get(0))
                        .expect(400)
                        .diagnostics())
                .contains("Parameter 'reportType'")
                .contains("Ask for reportType=population");
        assertThat(http.get("Measure/SOS-07/$evaluate-measure?" + YEAR + "&compare=unit&subject=" + people.unit())
                        .expect(400)
                        .diagnostics())
                .contains("Parameter 'compare'")
                .contains("Leave subject out");
    }

    @Test
    void an_unknown_measure_among_several_is_named() {
        assertThat(http.get("Measure/$evaluate-measure?measure=SOS-07&measure=SOS-99&" + YEAR)
                        .expect(400)
                        .diagnostics())
                .contains("Parameter 'measure'")
                .contains("'SOS-99'");
    }

    @Test
    void a_group_that_only_describes_people_or_has_other_members_is_refused() {
        String id = Records.newId("described");
        http.put(
                        "Group/" + id,
                        "{\"resourceType\":\"Group\",\"id\":\"" + id + "\",\"type\":\"person\",\"actual\":false}")
                .expect(201);

        assertThat(http.get("Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=Group/" + id)
                        .expect(400)
                        .diagnostics())
                .contains("describes people and does not list them");
    }

    @Test
    void a_standard_population_that_does_not_cover_an_age_band_is_refused() {
        String group = new HipFractures(http).add("female", true).group();
        String body = """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "periodStart", "valueDate": "2021-01-01"}, {"name": "periodEnd", "valueDate": "2021-12-31"},
                 {"name": "subject", "valueString": "%s"},
                 {"name": "standardPopulation", "part": [
                  {"name": "band", "part": [%s]}]}]}""";
        String from50 = "{\"name\": \"lowestAge\", \"valueInteger\": 50}, {\"name\": \"weight\", \"valueDecimal\": 10}";

        assertThat(http.post("Measure/SOS-07/$evaluate-measure", body.formatted(group, from50))
                        .expect(400)
                        .diagnostics())
                .contains("Parameter 'standardPopulation'")
                .contains("does not cover the age group 50-69");
        assertThat(http.post("Measure/SOS-07/$evaluate-measure", body.formatted(group, from50.replace("10", "-10")))
                        .expect(400)
                        .diagnostics())
                .contains("has no weight of 0 or more");
        assertThat(http.get("Measure/CHAIN-bone-density-TIME/$evaluate-measure?" + YEAR
                                + "&standardPopulation=national")
                        .expect(400)
                        .diagnostics())
                .contains("Parameter 'standardPopulation'")
                .contains("Only proportions and rates");
    }
}
