package health.kedja;

import health.kedja.server.KedjaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server on a port of its own, with an empty database: embedded, or with {@code -Dkedja.test.database=container} in a container. */
public final class RunningServer implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final AutoCloseable database;

    private RunningServer(ConfigurableApplicationContext context, AutoCloseable database) {
        this.context = context;
        this.database = database;
    }

    public static RunningServer start(String... settings) {
        List<String> arguments = new ArrayList<>();
        if (Stream.of(settings).noneMatch(setting -> setting.startsWith("--server.port="))) {
            arguments.add("--server.port=0");
        }
        AutoCloseable database =
                System.getProperty("kedja.test.database", "embedded").equals("container")
                        ? container(arguments)
                        : directory(arguments);
        arguments.addAll(List.of(settings));
        return new RunningServer(SpringApplication.run(KedjaServer.class, arguments.toArray(String[]::new)), database);
    }

    /** A server on a directory of data that stays when it is closed. */
    public static RunningServer startOn(Path directory, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0", "--kedja.database.directory=" + directory, "--kedja.database.durable=false"));
        arguments.addAll(List.of(settings));
        return new RunningServer(SpringApplication.run(KedjaServer.class, arguments.toArray(String[]::new)), () -> {});
    }

    private static AutoCloseable directory(List<String> arguments) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-database-");
            arguments.add("--kedja.database.directory=" + directory);
            // Nothing here is worth waiting for the disk.
            arguments.add("--kedja.database.durable=false");
            return () -> FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AutoCloseable container(List<String> arguments) {
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:17");
        postgres.start();
        arguments.add("--spring.datasource.url=" + postgres.getJdbcUrl());
        arguments.add("--spring.datasource.username=" + postgres.getUsername());
        arguments.add("--spring.datasource.password=" + postgres.getPassword());
        return postgres;
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() throws Exception {
        context.close();
        database.close();
    }
}
