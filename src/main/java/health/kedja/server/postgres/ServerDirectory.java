package health.kedja.server.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configured directory: {@code postgres-<major>/data}, {@code postgres-<major>/bin-<version>}, and temporary folders
 * that an interrupted start may leave.
 *
 * @param root the absolute path, without links
 */
record ServerDirectory(Path root) {

    private static final Pattern MAJOR = Pattern.compile("postgres-(\\d+)");
    private static final String TEMPORARY = "temporary-";

    static ServerDirectory open(Path path) throws IOException {
        Files.createDirectories(path);
        return new ServerDirectory(path.toRealPath());
    }

    Path ofMajor(int major) {
        return root.resolve("postgres-" + major);
    }

    Path create(int major) throws IOException {
        Path folder = Files.createDirectories(ofMajor(major));
        // PostgreSQL may have to run as a user that only passes through; what is inside has its own, stricter modes.
        Files.setPosixFilePermissions(folder, BinaryArchive.permissions(0755));
        return folder;
    }

    Path data(int major) {
        return ofMajor(major).resolve("data");
    }

    /** Every major version that has a folder here, with data or without. */
    SortedSet<Integer> majors() throws IOException {
        SortedSet<Integer> majors = new TreeSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, "postgres-*")) {
            for (Path folder : folders) {
                Matcher major = MAJOR.matcher(folder.getFileName().toString());
                if (major.matches() && Files.isDirectory(folder)) {
                    majors.add(Integer.parseInt(major.group(1)));
                }
            }
        }
        return majors;
    }

    /** The major versions that have data, empty folders not counted. */
    SortedSet<Integer> majorsWithData() throws IOException {
        SortedSet<Integer> majors = majors();
        for (int major : majors().toArray(Integer[]::new)) {
            if (isEmpty(data(major))) {
                majors.remove(major);
            }
        }
        return majors;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** A new folder on the same file system, to be renamed into place when it is whole. */
    Path temporary(String what) throws IOException {
        Path folder = Files.createDirectory(root.resolve(TEMPORARY + what + "-" + Long.toHexString(System.nanoTime())));
        Files.setPosixFilePermissions(folder, BinaryArchive.permissions(0755));
        return folder;
    }

    /** Removes what interrupted starts left half made. Only for the holder of the lock. */
    void removeTemporaries() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(root, TEMPORARY + "*")) {
            for (Path folder : left) {
                Leftover.stop(folder);
                delete(folder);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
