package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.kedja.server.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What stops a start is said in a few lines, and not by a stack trace. */
class StartFailuresTest {

    @TempDir
    private Path directory;

    @Test
    void a_missing_guideline_directory_is_named() {
        Path missing = directory.resolve("none");
        Throwable failure = catchThrowable(() -> GuidelineFiles.load("se-psvf-2021", Optional.of(missing)));
        assertThat(said(failure)).contains(missing + " does not exist");
    }

    @Test
    void data_of_a_newer_postgresql_are_named() throws Exception {
        Files.createDirectories(directory.resolve("postgres-99/data/base"));
        Throwable failure = catchThrowable(() -> EmbeddedPostgres.start(directory));
        assertThat(said(failure)).contains("data of PostgreSQL 99");
    }

    @Test
    void a_schema_that_is_not_as_expected_is_named() {
        assertThat(said(new SchemaMismatchException("public", List.of("hfj_resource.fhir_id"))))
                .contains("hfj_resource.fhir_id");
    }

    /** As Spring Boot does: the first analyzer that knows the failure, however deep it lies. */
    private static String said(Throwable failure) {
        Throwable wrapped = new IllegalStateException("Error creating bean", failure);
        // Some of Spring's own need a bean factory and are left out here.
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .filter(analyzer -> analyzer.getClass().getName().startsWith("health.kedja"))
                .map(analyzer -> analyzer.analyze(wrapped))
                .filter(Objects::nonNull)
                .map(FailureAnalysis::getDescription)
                .findFirst()
                .orElse("");
    }
}
