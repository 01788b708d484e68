package health.kedja.operation.evaluatemeasure;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.history.EventLoad;
import health.kedja.history.Records;
import health.kedja.operation.HipFractures;
import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

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
                "periodStart=2921-01-01&periodEnd=2921-12-31 | periodStart | after the last day of data",
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
    void a_group_or_patient_that_was_deleted_is_404() {
        String group = new HipFractures(http).group();
        String patient = Records.newId("deleted");
        http.put("Patient/" + patient, Records.patient(patient, "1940-01-01")).expect(201);
        http.delete(group).expect(200);
        http.delete("Patient/" + patient).expect(200);

        for (String path : List.of("Measure/SOS-07/$evaluate-measure", "Measure/$care-gaps")) {
            for (String subject : List.of(group, "Patient/" + patient)) {
                assertThat(http.get(path + "?" + YEAR + "&subject=" + subject)
                                .expect(404)
                                .diagnostics())
                        .contains("Parameter 'subject': " + subject + " was deleted");
            }
        }
        assertThat(http.get("Measure/SOS-07/$collect-data?" + YEAR + "&subject=Patient/" + patient)
                        .expect(404)
                        .diagnostics())
                .contains("Parameter 'subject': Patient/" + patient + " was deleted");
    }

    @Test
    void a_unit_without_patients_has_no_result_and_no_gaps() {
        String unit = new HipFractures(http).unit();

        MeasureReport report = http.get("Measure/SOS-07/$evaluate-measure?" + YEAR + "&suppressBelow=0&subject=" + unit)
                .expect(200)
                .as(MeasureReport.class);

        assertThat(report.getGroupFirstRep().getPopulation())
                .extracting(one -> one.getCount())
                .containsOnly(0);
        assertThat(report.getGroupFirstRep().hasMeasureScore()).isFalse();
        assertThat(http.get("Measure/$care-gaps?" + YEAR + "&subject=" + unit)
                        .expect(200)
                        .as(Parameters.class)
                        .hasParameter())
                .isFalse();
    }

    @Test
    void a_few_people_of_ones_own_choice_are_not_asked_about_while_numbers_are_withheld() {
        HipFractures people =
                new HipFractures(http).add("female", true).add("male", false).add("male", false);
        String group = people.group();
        String path = "Measure/SOS-07/$evaluate-measure?" + YEAR + "&subject=";

        assertThat(http.get(path + group).expect(400).diagnostics())
                .contains("Parameter 'subject': " + group + " stands for 3 patients, fewer than the 5");
        assertThat(http.get(path + "Patient/" + people.people().get(0) + "&reportType=population")
                        .expect(400)
                        .diagnostics())
                .contains("stands for 1 patient, fewer than the 5");
        http.get(path + group + "&suppressBelow=3").expect(200);
        http.get(path + group + "&suppressBelow=0").expect(200);
        http.get(path + group + "&reportType=subject-list").expect(200);
        http.get(path + "Patient/" + people.people().get(0)).expect(200);
    }

    /** People in as many municipalities, in a year that no other test asks for. */
    @Test
    void a_stratifier_with_ten_thousand_values_is_answered_in_full_or_not_at_all() {
        JdbcTemplate jdbc = new JdbcTemplate(SERVER.dataSource());
        Map<String, List<Event>> people = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            people.put("many-" + i, inMunicipality(i));
        }
        String path = "Measure/SOS-07/$evaluate-measure?periodStart=1991&periodEnd=1991&asOf=1993-12-31"
                + "&stratifier=municipality";
        try {
            new EventLoad(SERVER.dataSource()).add(people);

            MeasureReport open = http.get(path + "&suppressBelow=0").expect(200).as(MeasureReport.class);
            assertThat(open.getGroupFirstRep().getStratifierFirstRep().getStratum())
                    .hasSize(10_000)
                    .allSatisfy(one ->
                            assertThat(one.getPopulationFirstRep().getCount()).isEqualTo(1));
            assertThat(open.getGroupFirstRep().getPopulationFirstRep().getCount())
                    .isEqualTo(10_000);

            MeasureReport withheld = http.get(path).expect(200).as(MeasureReport.class);
            assertThat(withheld.getGroupFirstRep().getPopulationFirstRep().getCount())
                    .isEqualTo(10_000);
            assertThat(withheld.getGroupFirstRep().getStratifierFirstRep().getStratum())
                    .isEmpty();
            assertThat(((OperationOutcome) withheld.getContained().get(0))
                            .getIssueFirstRep()
                            .getDiagnostics())
                    .startsWith("Parameter 'stratifier': nothing is listed");
        } finally {
            jdbc.update("delete from kedja.event where patient like 'many-%'");
        }
        assertThat(http.get(path + "&suppressBelow=0")
                        .expect(200)
                        .as(MeasureReport.class)
                        .getGroupFirstRep()
                        .getPopulationFirstRep()
                        .getCount())
                .isZero();
    }

    private static List<Event> inMunicipality(int number) {
        String patient = "Patient/many-" + number;
        String encounter = "Encounter/many-" + number;
        LocalDate day = LocalDate.of(1991, 3, 1);
        return List.of(
                Event.of(Kind.BIRTH, LocalDate.of(1920, 1, 1), patient),
                Event.of(Kind.RESIDENCE, LocalDate.of(1920, 1, 1), patient)
                        .withCode("01")
                        .withQualifier("m" + number),
                Event.of(Kind.ENCOUNTER, day, encounter).withCode("IMP").withEncounter(encounter),
                Event.of(Kind.FRACTURE, day, "Condition/many-" + number)
                        .withCode("S7200")
                        .withEncounter(encounter));
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
                 {"name": "subject", "valueString": "%s"}, {"name": "suppressBelow", "valueInteger": 0},
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
