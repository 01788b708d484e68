package health.kedja.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A file that is being written. In memory is only what is not yet worth a part. */
final class OpenFile {

    /** A part is of about so many octets before it is compressed. */
    private static final int PART = 512 * 1024;

    private final String name;
    private final String what;
    private final String type;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long resources;
    private long octets;
    private int parts;

    OpenFile(String name, String what, String type) {
        this.name = name;
        this.what = what;
        this.type = type;
    }

    long resources() {
        return resources;
    }

    void add(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        waiting.writeBytes(text);
        waiting.write('\n');
        resources++;
        octets += text.length + 1;
    }

    boolean hasPart() {
        return waiting.size() >= PART;
    }

    boolean isWaiting() {
        return waiting.size() > 0;
    }

    /** What waited, which does not any more. */
    ExportStore.Part next() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(waiting.size() / 8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            waiting.writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waiting.reset();
        return new ExportStore.Part(
                new ExportStore.File(name, what, type, resources, octets), parts++, compressed.toByteArray());
    }
}
