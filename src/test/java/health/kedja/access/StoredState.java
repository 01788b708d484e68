package health.kedja.access;

import static org.awaitility.Awaitility.await;

import health.kedja.GuardedServerExtension;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that is stored by a server, so far that any change of it is seen. */
final class StoredState {

    private static final List<String> COUNTS = List.of(
            "select concat_ws(' ', count(*), sum(res_ver), max(res_updated)) from public.hfj_resource",
            "select count(*) from public.hfj_res_ver",
            "select count(*) from public.hfj_res_tag",
            "select count(*) from public.bt2_job_instance",
            "select count(*) from kedja.event");
    private static final String JOBS =
            "select count(*) from public.bt2_job_instance where stat not in ('COMPLETED', 'FAILED', 'CANCELLED')";

    private final JdbcTemplate jdbc;

    StoredState(GuardedServerExtension server) {
        this.jdbc = new JdbcTemplate(server.dataSource());
    }

    /** After all jobs that were begun are done. */
    List<String> now() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO)
                .until(() -> jdbc.queryForObject(JOBS, Integer.class) == 0);
        return COUNTS.stream()
                .map(count -> count + ": " + jdbc.queryForObject(count, String.class))
                .toList();
    }
}
