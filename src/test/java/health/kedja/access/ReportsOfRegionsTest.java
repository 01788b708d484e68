package health.kedja.access;

import static health.kedja.access.ReportedRegions.REPORT;
import static health.kedja.access.ReportedRegions.SHOWN;
import static health.kedja.access.ReportedRegions.counted;
import static health.kedja.access.ReportedRegions.report;
import static health.kedja.access.ReportedRegions.strata;
import static health.kedja.access.ReportedRegions.then;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.operation.HipFractures;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two regions in one server ask for the same measure, with and without those who opted out. */
class ReportsOfRegionsTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private static ReportedRegions regions;

    @BeforeAll
    static void store() {
        regions = new ReportedRegions(SERVER);
    }

    @AfterEach
    void take_refusals_back() {
        regions.takeBack();
    }

    private static FhirHttp register() {
        return regions.as(Role.REGISTER, regions.world.north);
    }

    private static FhirHttp analyst() {
        return regions.as(Role.ANALYST, regions.world.north);
    }

    @Test
    void each_region_sees_its_own_numbers_and_nothing_of_the_other() {
        assertThat(counted(register(), REPORT + SHOWN)).isEqualTo(13);
        assertThat(counted(regions.as(Role.REGISTER, regions.world.south), REPORT + SHOWN))
                .isEqualTo(8);
        assertThat(counted(analyst(), REPORT)).isEqualTo(13);
        assertThat(counted(regions.as(Role.ANALYST, regions.world.south), REPORT))
                .isEqualTo(8);
        assertThat(strata(report(analyst(), REPORT + "&stratifier=unit")))
                .isEqualTo(Map.of("Organization/" + regions.world.ward, 6, "Organization/" + regions.world.clinic, 7));
    }

    @Test
    void what_is_said_of_the_coverage_of_data_is_said_of_the_own_region_alone() {
        assertThat(coveredCounties(analyst())).containsOnly("12");
        assertThat(coveredCounties(regions.as(Role.ANALYST, regions.world.south)))
                .containsOnly("14");
    }

    private static List<String> coveredCounties(FhirHttp http) {
        return report(http, REPORT)
                .getExtensionsByUrl("https://kedja.health/fhir/StructureDefinition/kedja-coverage")
                .stream()
                .map(coverage -> coverage.getExtensionByUrl("region").getValue().primitiveValue())
                .toList();
    }

    @Test
    void a_unit_of_another_region_is_as_one_that_is_not_there() {
        String path = REPORT + "&subject=Organization/";
        String elsewhere = analyst()
                .get(path + regions.world.hospital)
                .expect(404)
                .diagnostics()
                .replace(regions.world.hospital, "");
        assertThat(elsewhere)
                .isEqualTo(analyst()
                        .get(path + "no-such")
                        .expect(404)
                        .diagnostics()
                        .replace("no-such", ""));
        assertThat(counted(analyst(), path + regions.world.ward)).isEqualTo(6);
    }

    @Test
    void who_opts_out_is_not_counted_by_the_next_report_of_a_register_and_still_by_the_region_itself() {
        String eva = regions.ofClinic.get(0);
        assertThat(register()
                        .get(REPORT + "&reportType=subject-list")
                        .expect(200)
                        .body())
                .contains(eva);
        regions.optOut(eva);
        assertThat(counted(register(), REPORT + SHOWN)).isEqualTo(12);
        assertThat(register()
                        .get(REPORT + "&reportType=subject-list")
                        .expect(200)
                        .body())
                .contains(regions.ofClinic.get(1))
                .doesNotContain(eva);
        register().get(REPORT + "&subject=Patient/" + eva).expect(404);
        assertThat(counted(analyst(), REPORT)).isEqualTo(13);
        assertThat(counted(regions.as(Role.COORDINATOR, regions.world.ward), REPORT))
                .isEqualTo(13);
        regions.takeBack();
        assertThat(counted(register(), REPORT + SHOWN)).isEqualTo(13);
    }

    @Test
    void who_is_an_analyst_too_is_told_the_numbers_of_a_register() {
        regions.optOut(regions.ofWard.get(0));
        FhirHttp both = SERVER.http(SERVER.issuer()
                .sign(SERVER.claims()
                        .claim("roles", List.of(Role.ANALYST.token(), Role.REGISTER.token()))
                        .claim("organizations", List.of(regions.world.north))
                        .claim("scope", "user/*.rs")
                        .build()));
        assertThat(counted(both, REPORT + SHOWN)).isEqualTo(12);
        assertThat(counted(both, REPORT)).isEqualTo(12);
        assertThat(both.get(REPORT + "&reportType=subject-list").expect(200).body())
                .doesNotContain(regions.ofWard.get(0));
    }

    @Test
    void in_the_launch_of_a_patient_no_list_names_another() {
        String patient = regions.ofClinic.get(2);
        assertThat(regions.world
                        .launched(Role.REGISTER, regions.world.north, "patient/*.rs", patient)
                        .get(REPORT + "&reportType=subject-list")
                        .expect(200)
                        .body())
                .contains(patient)
                .doesNotContain(regions.ofClinic.get(1));
    }

    @Test
    void a_report_of_the_past_is_the_same_again_until_somebody_opts_out() {
        MeasureReport before = report(register(), REPORT + SHOWN);
        regions.world.writing(regions.world.clinic).fracture(regions.ofClinic.get(3), "");
        MeasureReport again = report(register(), REPORT + SHOWN + then(before));
        assertThat(counted(again)).isEqualTo(13);
        assertThat(again.getIdPart()).isEqualTo(before.getIdPart());

        regions.optOut(regions.ofClinic.get(3));
        MeasureReport without = report(register(), REPORT + SHOWN + then(before));
        assertThat(counted(without)).isEqualTo(12);
        assertThat(without.getIdPart()).isNotEqualTo(before.getIdPart());
        assertThat(counted(analyst(), REPORT + then(before))).isEqualTo(13);
    }

    @Test
    void a_number_that_becomes_small_because_somebody_opted_out_is_withheld_with_another_that_would_tell_it() {
        regions.optOut(regions.ofWard.get(0));
        regions.optOut(regions.ofWard.get(1));
        MeasureReport byUnit = report(register(), REPORT + "&stratifier=unit");
        assertThat(strata(byUnit)).isEmpty();
        assertThat(counted(byUnit)).isEqualTo(11);
        assertThat(strata(report(register(), REPORT + SHOWN + "&stratifier=unit")))
                .containsEntry("Organization/" + regions.world.ward, 4);
        assertThat(strata(report(analyst(), REPORT + "&stratifier=unit"))).hasSize(2);
    }

    @Test
    void the_gaps_of_a_unit_with_one_patient_who_is_not_reached_tell_nothing_of_them() {
        String annex = SERVER.http(
                        SERVER.token(Role.ADMINISTRATOR, List.of(regions.world.north), "system/*.cruds", null, null))
                .post("Organization", """
                        {"resourceType": "Organization", "name": "any", "partOf": {"reference": "Organization/%s"}}
                        """.formatted(regions.world.north))
                .expect(201)
                .id();
        String patient = new HipFractures(regions.as(Role.INTEGRATION, annex), annex, regions.world.north + ".")
                .on("2020-03-01")
                .add(0, 1)
                .people()
                .get(0);
        String answer = regions.as(Role.COORDINATOR, regions.world.clinic)
                .get("Measure/$care-gaps?periodStart=2020&periodEnd=2020&asOf=2023-12-31&subject=Organization/" + annex)
                .expect(200)
                .body();
        assertThat(answer).doesNotContain(patient);
    }
}
