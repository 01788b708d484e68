package health.kedja.pathway;

import health.kedja.server.GuidelineFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The shipped care programmes, and copies of them with one field changed. */
final class Programmes {

    private static final Map<String, Guideline> READ = new ConcurrentHashMap<>();

    private Programmes() {}

    static Guideline psvf() {
        return read(text("se-psvf-2021"));
    }

    static Guideline skane() {
        return shipped("se-skane-2018");
    }

    static Guideline svos() {
        return shipped("se-svos-2021");
    }

    static Guideline denmark() {
        return shipped("dk-dks");
    }

    static Guideline iof() {
        return shipped("iof-fls");
    }

    private static Guideline shipped(String id) {
        return read(text(id));
    }

    /** A shipped programme with pieces of its file replaced (written, instead, ...), everywhere that they stand. */
    static Guideline with(String id, String... pairs) {
        String text = text(id);
        for (int i = 0; i < pairs.length; i += 2) {
            if (!text.contains(pairs[i])) {
                throw new IllegalArgumentException(id + " does not say: " + pairs[i]);
            }
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        return read(text);
    }

    /** The national pathway with a piece of its file replaced, everywhere that it stands. */
    static Guideline psvfWith(String written, String instead) {
        return with("se-psvf-2021", written, instead);
    }

    /** The national pathway as a programme that gives no advice. */
    static Guideline psvfWithoutAdvice() {
        return read(text("se-psvf-2021").replaceFirst("\nadvice:\n(?:(?:[ #].*)?\n)*", "\n"));
    }

    /** The national pathway with a piece of one step replaced. */
    static Guideline psvfWithStep(String step, String written, String instead) {
        String text = text("se-psvf-2021");
        int start = text.indexOf("\n  " + step + ":\n");
        int at = text.indexOf(written, start);
        if (start < 0 || at < 0) {
            throw new IllegalArgumentException("The file does not say in " + step + ": " + written);
        }
        return read(text.substring(0, at) + instead + text.substring(at + written.length()));
    }

    /**
     * A shipped programme without parts of its file: each the block that begins as stated, up to the next line that is
     * not indented deeper, wherever it stands.
     */
    static Guideline without(String id, String... beginnings) {
        return read(withoutBlocks(text(id), beginnings));
    }

    private static String withoutBlocks(String text, String... beginnings) {
        for (String beginning : beginnings) {
            int at = text.indexOf("\n" + beginning);
            if (at < 0) {
                throw new IllegalArgumentException("The file does not say: " + beginning);
            }
            int indent = beginning.length() - beginning.stripLeading().length();
            String deeper = "(?:\n {" + (indent + 1) + ",}[^\n]*|\n(?=\n {" + (indent + 1) + ",}))*";
            text = Pattern.compile("\n" + Pattern.quote(beginning) + "[^\n]*" + deeper)
                    .matcher(text)
                    .replaceAll("");
        }
        return text;
    }

    private static Guideline read(String text) {
        return READ.computeIfAbsent(text, key -> {
            byte[] content = key.getBytes(StandardCharsets.UTF_8);
            return GuidelineFiles.read("test.yaml", new ByteArrayInputStream(content));
        });
    }

    private static String text(String id) {
        try {
            return Files.readString(Path.of("profiles/guidelines", id + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
