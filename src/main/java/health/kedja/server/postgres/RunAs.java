package health.kedja.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who PostgreSQL runs as. It refuses to run as root, so a JVM that is root hands it over to another identity.
 *
 * @param name for messages
 * @param prefix what to put before a command
 * @param owner the user id the data must belong to, or -1 to leave it
 */
record RunAs(String name, List<String> prefix, int owner) {

    private static final int NOBODY = 65_534;

    /**
     * Inside a user namespace of its own PostgreSQL sees that it is not root, while its files still are root's. Where
     * namespaces are forbidden (the usual container) it runs as nobody.
     */
    private static final List<RunAs> INSTEAD_OF_ROOT = List.of(
            new RunAs("root in a user namespace (unshare -U)", List.of("unshare", "-U"), 0),
            new RunAs(
                    "nobody (setpriv)",
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                    NOBODY),
            new RunAs("nobody (runuser)", List.of("runuser", "-u", "nobody", "--"), NOBODY),
            // For a directory below /root, which others may not enter: nobody, who may pass through every folder.
            new RunAs(
                    "nobody with CAP_DAC_OVERRIDE (setpriv)",
                    List.of(
                            "setpriv",
                            "--reuid=" + NOBODY,
                            "--regid=" + NOBODY,
                            "--clear-groups",
                            "--securebits=+no_setuid_fixup",
                            "--inh-caps=+dac_override",
                            "--ambient-caps=+dac_override"),
                    NOBODY));

    static RunAs choose(Binaries binaries) throws IOException {
        if (currentUser() != 0) {
            return new RunAs("the user of the server", List.of(), -1);
        }
        List<String> failures = new ArrayList<>();
        for (RunAs candidate : INSTEAD_OF_ROOT) {
            Path root = Path.of("/");
            if (!Command.run(root, candidate.command("true")).succeeded()) {
                failures.add(candidate.name + ": not allowed or not installed here");
            } else if (!Command.run(root, candidate.command(binaries.program("postgres"), "--version"))
                    .succeeded()) {
                failures.add(candidate.name + ": may not enter " + closedFolder(binaries.home()));
            } else {
                return candidate;
            }
        }
        throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and no other way worked: "
                + String.join("; ", failures)
                + ". Run the server as an ordinary user, or choose a directory that every "
                + "user may pass through (such as /var/lib/kedja; chmod o+x the folders named above).");
    }

    List<String> command(String... command) {
        return Stream.concat(prefix.stream(), Stream.of(command)).toList();
    }

    /** Gives the tree to this identity. The top folder comes last: its owner tells that all below it is done. */
    void own(Path tree) throws IOException {
        if (owner < 0) {
            requireOurs(tree);
            return;
        }
        if (ownerOf(tree) == owner) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(tree)) {
            all = new ArrayList<>(paths.toList());
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Files.setAttribute(all.get(i), "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(all.get(i), "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static void requireOurs(Path tree) throws IOException {
        int user = currentUser();
        if (user >= 0 && ownerOf(tree) != user) {
            throw new EmbeddedPostgresException("The data in " + tree + " belongs to user " + ownerOf(tree)
                    + ", and the server now runs as user " + user + ". As root: chown -R " + user + " " + tree);
        }
    }

    private static int ownerOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static int currentUser() throws IOException {
        Path self = Path.of("/proc/self");
        if (Files.exists(self)) {
            return ownerOf(self.toRealPath());
        }
        Command.Outcome id = Command.run(Path.of("/"), List.of("id", "-u"));
        return id.succeeded() ? Integer.parseInt(id.output()) : -1;
    }

    /** The folder on the way that others may not pass; the whole path when the modes do not tell. */
    private static Path closedFolder(Path path) throws IOException {
        for (int i = 1; i <= path.getNameCount(); i++) {
            Path folder = path.getRoot().resolve(path.subpath(0, i));
            if (((Integer) Files.getAttribute(folder, "unix:mode") & 01) == 0) {
                return folder;
            }
        }
        return path;
    }
}
