package health.kedja.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.Exported;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Exports that cannot be made are refused with a reason, and nothing is begun. */
class BadExportTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private static String latest() {
        return new JdbcTemplate(SERVER.dataSource())
                .queryForObject("select coalesce(max(begun)::text, '') from kedja.export", String.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "$export?_type=Immunization ! 'Immunization' is no type that is stored here",
                "$export?_type=Patient,Foo ! 'Foo' is no type",
                "$export?_type= ! '' is no type",
                "Patient/$export?_type=Organization ! Organization is about no single patient",
                "Patient/$export?_type=Group ! Group is about no single patient",
                "$export?_since=yesterday ! 'yesterday' is no instant",
                "$export?_since=2026-01-01 ! '2026-01-01' is no instant",
                "$export?_since=2999-01-01T00:00:00Z ! has not come yet",
                "$export?_since=2020-01-01T00:00:00Z&_since=2021-01-01T00:00:00Z ! more than once",
                "$export?_outputFormat=text/csv ! 'text/csv' is not offered",
                "$export?_elements=id ! Parameter '_elements': is not one of $export",
                "$export?includeAssociatedData=LatestProvenanceResources ! is not one of $export",
                "Patient/$export?patient=Patient/1 ! in the Parameters of a POST only",
                "$export?_typeFilter=Condition ! 'Condition' is no search",
                "$export?_type=Patient&_typeFilter=Condition%3Fcode%3Dx ! is of a type that is not exported",
                "$export?_typeFilter=Condition%3Fnosuch%3Dx ! cannot be used",
                "$export?_typeFilter=Condition%3Fpatient.name%3Dx ! cannot be used",
                "$export?_typeFilter=Patient%3F_has:Condition:patient:code%3Dx ! cannot be used",
                "$export?_typeFilter=Condition%3Fcode%3Dx%26_sort%3Ddate ! how results are shown"
            })
    void what_cannot_be_exported_is_refused_with_the_reason(String path, String reason) {
        String before = latest();
        assertThat(http.get(path, "Prefer", "respond-async").expect(400).diagnostics())
                .contains(reason.strip());
        assertThat(latest()).isEqualTo(before);
    }

    @Test
    void a_client_that_does_not_say_that_it_will_come_back_is_told_to() {
        String before = latest();
        assertThat(http.get("$export?_type=Patient").expect(400).diagnostics()).contains("respond-async");
        assertThat(http.post("Patient/$export", Exported.parameters())
                        .expect(400)
                        .diagnostics())
                .contains("respond-async");
        assertThat(latest()).isEqualTo(before);
    }

    @Test
    void what_is_not_offered_is_left_aside_where_the_client_says_so() {
        String status = Exported.kickedOff(http.get(
                "$export?_type=Patient,Immunization&_elements=id", "Prefer", "respond-async, handling=lenient"));
        assertThat(Exported.of(http, status).types()).isSubsetOf("Patient");
        http.delete(status).expect(202);
    }

    @Test
    void a_body_that_is_no_parameters_is_refused() {
        for (String body : new String[] {"{\"resourceType\": \"Patient\"}", "{", "[]"}) {
            http.post("$export", body, "Prefer", "respond-async").expect(400);
        }
        assertThat(http.post(
                                "Patient/$export",
                                Exported.parameters("{\"name\": \"patient\", \"valueString\": \"Group/1\"}"),
                                "Prefer",
                                "respond-async")
                        .expect(400)
                        .diagnostics())
                .contains("'Group/1' is no reference to a patient");
    }

    @Test
    void addresses_that_were_never_given_lead_nowhere() {
        for (String path : new String[] {
            "$export-poll-status?_jobId=nosuch",
            "$export-poll-status?_jobId=6f1c2d3e-0000-4000-8000-000000000000",
            "$export-file?_jobId=6f1c2d3e-0000-4000-8000-000000000000&_file=Patient-1.ndjson",
            "$export-file?_jobId=..%2F..%2Fetc&_file=..%2F..%2Fetc%2Fpasswd"
        }) {
            http.get(path).expect(404);
        }
        http.get("$export-poll-status").expect(400);
        http.get("$export-file?_jobId=6f1c2d3e-0000-4000-8000-000000000000").expect(400, 404);
        http.delete("$export-poll-status?_jobId=nosuch").expect(404);
    }

    @Test
    void nobody_begins_more_than_are_kept() {
        // In open mode everybody is the same caller.
        List<String> begun = new ArrayList<>();
        try {
            FhirHttp.Answer answer = null;
            for (int i = 0; i <= ExportLimits.OF_ONE; i++) {
                answer = http.get("Patient/$export?_type=Device", "Prefer", "respond-async");
                if (answer.status() == 202) {
                    begun.add(answer.header("Content-Location"));
                }
            }
            assertThat(answer.expect(429).diagnostics()).contains("DELETE");
            assertThat(answer.header("Retry-After")).isEqualTo("60");
        } finally {
            begun.forEach(status -> http.delete(status).expect(202));
        }
    }
}
