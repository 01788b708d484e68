package health.kedja.server.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Which binaries fit this machine. */
final class Platform {

    private Platform() {}

    /** The names the archive of this machine may have, the best first. */
    static List<String> archiveNames() {
        boolean musl = Files.exists(Path.of("/etc/alpine-release"));
        return archiveNames(System.getProperty("os.name"), System.getProperty("os.arch"), musl);
    }

    /** @throws EmbeddedPostgresException when there are no binaries for such a machine */
    static List<String> archiveNames(String operatingSystem, String architecture, boolean musl) {
        String name = operatingSystem.toLowerCase(Locale.ROOT);
        String system = name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "darwin" : null;
        String processor = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> null;
        };
        if (system == null || processor == null) {
            throw new EmbeddedPostgresException("There is no embedded PostgreSQL for " + operatingSystem + " on "
                    + architecture + ". Run PostgreSQL yourself and set spring.datasource.url, "
                    + "spring.datasource.username and spring.datasource.password.");
        }
        String plain = "postgres-" + system + "-" + processor + ".txz";
        return musl ? List.of("postgres-" + system + "-" + processor + "-alpine_linux.txz", plain) : List.of(plain);
    }
}
