package health.kedja.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.Exported;
import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.access.Role;
import health.kedja.history.Care;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who exported what about whom is in the trail. */
class ExportIsRecordedTest {

    @RegisterExtension
    static final GuardedServerExtension SERVER = new GuardedServerExtension();

    private final Trail trail = new Trail(SERVER.dataSource());
    private final String request = Trail.newRequest();

    private static FhirHttp as(Role role, String organization) {
        return SERVER.http(SERVER.token(role, List.of(organization), "user/*.cruds", null, null));
    }

    @Test
    void an_export_is_in_the_access_log_of_each_patient_in_it_and_each_file_that_was_fetched() {
        Care tree = new Care(SERVER.http(SERVER.token(Role.ADMINISTRATOR, List.of(), "system/*.cruds", null, null)));
        String region = tree.organization(null);
        Care system = new Care(as(Role.INTEGRATION, region), region + ".");
        String anna = system.patient();
        String bo = system.patient();
        system.fracture(anna, "");
        system.contact(anna, region, "2024-01-01", java.time.LocalDate.now().toString());
        system.optOut(bo, "active", null, null);
        FhirHttp register = as(Role.REGISTER, region);
        String status = Exported.kickedOff(register.get(
                "Patient/$export?_type=Patient,Condition", "Prefer", "respond-async", "X-Request-ID", request));
        Exported export = Exported.of(register, status);
        String asked = "operation|0|%s|-|Patient/$export?_type=Patient,Condition";
        assertThat(trail.of(request)).containsExactlyInAnyOrder(asked.formatted("-"), asked.formatted(anna));
        assertThat(trail.column("organizations", request)).containsOnly(region);
        assertThat(trail.column("roles", request)).containsOnly("register");

        String download = Trail.newRequest();
        String file = export.urls("Patient").get(0);
        register.get(file, "X-Request-ID", download).expect(200);
        assertThat(trail.of(download))
                .containsExactly("operation|0|-|-|" + file.substring(file.indexOf("$export-file")));

        String log = as(Role.CLINICIAN, region)
                .get("Patient/" + anna + "/$access-log")
                .expect(200)
                .body();
        assertThat(log).contains("$export?_type=Patient,Condition");
        assertThat(as(Role.CLINICIAN, region)
                        .get("Patient/" + anna + "/$access-log")
                        .as(Bundle.class)
                        .getEntry())
                .isNotEmpty();
    }

    @Test
    void whoever_asks_for_an_export_of_another_is_recorded_as_denied() {
        Care tree = new Care(SERVER.http(SERVER.token(Role.ADMINISTRATOR, List.of(), "system/*.cruds", null, null)));
        String region = tree.organization(null);
        Exported export = Exported.get(as(Role.INTEGRATION, region), "$export?_type=Organization");
        as(Role.REGISTER, region)
                .get(export.urls("Organization").get(0), "X-Request-ID", request)
                .expect(404);
        assertThat(trail.column("reason", request)).containsExactly("denied: another caller");
        String refused = Trail.newRequest();
        as(Role.ANALYST, region)
                .get("$export", "Prefer", "respond-async", "X-Request-ID", refused)
                .expect(403);
        assertThat(trail.column("reason", refused)).containsExactly("denied: role");
    }
}
