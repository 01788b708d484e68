package health.kedja.exchange;

import static health.kedja.history.Records.newId;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.Exported;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.exchange.OtherServer.Begun;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Exports that are large for the room there is, or for one file. */
class ExportLimitsTest {

    private static final int LARGE = 300_000;

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final JdbcTemplate database = new JdbcTemplate(SERVER.dataSource());

    @AfterEach
    void forget() {
        database.update("update kedja.export set expires = '-infinity'");
    }

    private String[] patients(int count, String more) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = newId("many");
            http.put("Patient/" + id, patient(id, "1940-01-01").replaceFirst("\\}$", more + "}"))
                    .expect(201);
            ids.add(id);
        }
        return ids.toArray(String[]::new);
    }

    /** Nothing that compresses well. */
    private static String large() {
        StringBuilder text = new StringBuilder();
        new Random(1).ints(LARGE, 'a', 'z' + 1).forEach(text::appendCodePoint);
        return ", \"address\": [{\"text\": \"" + text + "\"}]";
    }

    private List<Integer> parts(Begun begun, String file) {
        return database.queryForList(
                "select number from kedja.export_part where export = ? and file = ? order by number",
                Integer.class,
                begun.id(),
                file);
    }

    @Test
    void more_resources_than_a_file_takes_are_in_several_files_and_none_is_lost_or_twice() {
        String[] patients = patients(7, "");
        try (OtherServer other = OtherServer.within(SERVER, Long.MAX_VALUE, 3)) {
            Exported export = Exported.of(http, other.begin(patients).status());
            assertThat(export.urls("Patient"))
                    .extracting(url -> url.replaceFirst(".*_file=", ""))
                    .containsExactly("Patient-1.ndjson", "Patient-2.ndjson", "Patient-3.ndjson");
            assertThat(export.manifest().get("output"))
                    .extracting(file -> file.get("count").asInt())
                    .containsExactly(3, 3, 1);
            assertThat(export.ids("Patient")).containsExactlyInAnyOrder(patients);
        }
    }

    @Test
    void a_file_of_exactly_what_it_takes_is_followed_by_no_empty_one() {
        String[] patients = patients(6, "");
        try (OtherServer other = OtherServer.within(SERVER, Long.MAX_VALUE, 3)) {
            Exported export = Exported.of(http, other.begin(patients).status());
            assertThat(export.urls("Patient")).hasSize(2);
            assertThat(export.ids("Patient")).containsExactlyInAnyOrder(patients);
        }
    }

    @Test
    void a_large_file_is_kept_in_pieces_and_given_as_one() {
        String[] patients = patients(5, large());
        try (OtherServer other = OtherServer.within(SERVER, Long.MAX_VALUE, 100)) {
            Begun begun = other.begin(patients);
            Exported export = Exported.of(http, begun.status());
            assertThat(parts(begun, "Patient-1.ndjson")).containsExactly(0, 1, 2);
            assertThat(export.ids("Patient")).containsExactlyInAnyOrder(patients);
            assertThat(http.get(export.urls("Patient").get(0)).header("Content-Length"))
                    .isEqualTo(String.valueOf(export.lines("Patient").stream()
                            .mapToInt(line -> line.length() + 1)
                            .sum()));
        }
    }

    @Test
    void an_export_for_which_there_is_no_room_fails_says_what_to_do_and_leaves_nothing() {
        String[] patients = patients(5, large());
        long kept = database.queryForObject("select coalesce(sum(kept), 0) from kedja.export_file", Long.class);
        try (OtherServer small = OtherServer.within(SERVER, kept + LARGE / 10, 100)) {
            Begun begun = small.begin(patients);
            assertThat(begun.failure()).contains("kedja.exports.max-size").contains("_type");
            assertThat(parts(begun, "Patient-1.ndjson")).isEmpty();
            assertThat(database.queryForObject(
                            "select count(*) from kedja.export_file where export = ?", Integer.class, begun.id()))
                    .isZero();
        }
    }
}
