import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Packs the profiles and the terminology as an NPM-style FHIR package, as other FHIR tools install them. Needs a JDK and
 * nothing else: {@code java profiles/ProfilePackage.java target/health.kedja.r4-0.1.0.tgz}, at the top of the repository.
 * The same files give the same package, byte by byte.
 */
public final class ProfilePackage {

    private static final int BLOCK = 512;
    private static final String VERSION = "0.1.0";

    private static final String PACKAGE_JSON = """
            {
              "name": "health.kedja.r4",
              "version": "%s",
              "type": "fhir.ig",
              "title": "Kedja",
              "description": "Profiles and terminology of Kedja, a FHIR server for the fracture chain.",
              "author": "Kedja",
              "license": "Apache-2.0",
              "canonical": "https://kedja.health/fhir",
              "url": "https://kedja.health/fhir",
              "fhirVersions": ["4.0.1"],
              "dependencies": {"hl7.fhir.r4.core": "4.0.1"}
            }
            """;

    private ProfilePackage() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Give one argument: the file to write, ending in .tgz");
        }
        Path target = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(target.getParent());
        List<Path> resources = new ArrayList<>();
        resources.addAll(resources("profiles"));
        resources.addAll(resources("terminology"));
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        add(tar, "package/package.json", PACKAGE_JSON.formatted(VERSION).getBytes(StandardCharsets.UTF_8));
        add(tar, "package/.index.json", index(resources).getBytes(StandardCharsets.UTF_8));
        for (Path resource : resources) {
            add(tar, "package/" + resource.getFileName(), Files.readAllBytes(resource));
        }
        tar.write(new byte[2 * BLOCK]);
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(target))) {
            tar.writeTo(zipped);
        }
        System.out.println(resources.size() + " resources written to " + target);
    }

    private static List<Path> resources(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().matches("[A-Z][A-Za-z]+-.+\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private static String index(List<Path> resources) throws IOException {
        List<String> entries = new ArrayList<>();
        for (Path resource : resources) {
            String json = Files.readString(resource);
            String fields = Stream.of("resourceType", "id", "url", "version", "kind", "type", "derivation")
                    .map(field -> field(json, field))
                    .filter(field -> !field.isEmpty())
                    .collect(Collectors.joining(", "));
            entries.add("    {\"filename\": \"" + resource.getFileName() + "\", " + fields + "}");
        }
        return "{\n  \"index-version\": 2,\n  \"files\": [\n" + String.join(",\n", entries) + "\n  ]\n}\n";
    }

    /** A field of the resource itself: the files are generated, with two spaces before those and more before others. */
    private static String field(String json, String name) {
        Matcher field = Pattern.compile("(?m)^  (\"" + name + "\": \"[^\"]*\")").matcher(json);
        return field.find() ? field.group(1) : "";
    }

    /** One file in the format ustar, without the time at which it was packed. */
    private static void add(ByteArrayOutputStream tar, String name, byte[] content) throws IOException {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        if (name.length() > 100) {
            throw new IOException("The name is too long for a tar file: " + name);
        }
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, String.format("%011o\0", content.length));
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte part : header) {
            sum += part & 0xff;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        tar.write(header);
        tar.write(content);
        tar.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
