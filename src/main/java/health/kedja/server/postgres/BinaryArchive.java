package health.kedja.server.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The packed programs of one version of PostgreSQL. */
final class BinaryArchive {

    private final URL location;

    private BinaryArchive(URL location) {
        this.location = location;
    }

    static BinaryArchive onClassPath() {
        for (String name : Platform.archiveNames()) {
            URL found = BinaryArchive.class.getResource("/" + name);
            if (found != null) {
                return new BinaryArchive(found);
            }
        }
        throw new EmbeddedPostgresException("The PostgreSQL programs for this machine ("
                + Platform.archiveNames().get(0)
                + ") are not on the class path. Build Kedja on this kind of machine, or with "
                + "-Dpostgres-binaries.platform=..., or set spring.datasource.url to a PostgreSQL of your own.");
    }

    static BinaryArchive inJar(Path jar) throws IOException {
        return new BinaryArchive(
                URI.create("jar:" + jar.toUri() + "!/" + Platform.archiveNames().get(0))
                        .toURL());
    }

    /** Tells this archive from every other one, so that it is unpacked once; cheap when it lies in a jar. */
    String fingerprint() throws IOException {
        URLConnection connection = location.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            if (connection instanceof JarURLConnection jar && jar.getJarEntry() != null) {
                long crc = jar.getJarEntry().getCrc();
                long size = jar.getJarEntry().getSize();
                if (crc >= 0 && size >= 0) {
                    return size + "-" + Long.toHexString(crc);
                }
            }
            CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
            long size = checked.transferTo(java.io.OutputStream.nullOutputStream());
            return size + "-" + Long.toHexString(checked.getChecksum().getValue());
        }
    }

    /** Unpacks into a folder that exists, with file modes and links. */
    void unpackInto(Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(location.openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The archive names a file outside its folder: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(target, folder.resolve(entry.getLinkName()).normalize());
                } else if (!entry.isDirectory()) {
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
        openFolders(folder);
    }

    /** Folders are for everyone to enter whatever the umask is: the programs may have to run as another user. */
    private static void openFolders(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(p -> Files.isDirectory(p))::iterator) {
                Files.setPosixFilePermissions(path, permissions(0755));
            }
        }
    }

    static Set<PosixFilePermission> permissions(int mode) {
        // From the highest bit (owner reads) to the lowest (others execute), in the order the enum declares them.
        PosixFilePermission[] all = PosixFilePermission.values();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                permissions.add(all[bit]);
            }
        }
        return permissions;
    }
}
