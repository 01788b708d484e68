package health.kedja.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the texts for clinicians, one file a language. */
final class TextFile {

    private TextFile() {}

    /**
     * The texts of a file beside this class, in UTF-8.
     *
     * <p>Not ResourceBundle: it falls back to the locale of the server, which is not the reader's.
     *
     * @param name such as {@code advice}
     * @param suffix of the language: {@code _sv}, {@code _da}, or nothing for English
     * @throws IllegalStateException if there is no such file or it cannot be read
     */
    static Properties read(String name, String suffix) {
        String file = name + suffix + ".properties";
        try (InputStream in = TextFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
