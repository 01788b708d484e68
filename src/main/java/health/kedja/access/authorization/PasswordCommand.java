package health.kedja.access.authorization;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder.BCryptVersion;

/** {@code java -jar kedja.jar hash-password}: reads a password or secret, and prints what the file of users holds of it. */
public final class PasswordCommand {

    private static final int COST = 12;
    private static final int SHORTEST = 12;
    /** More bytes bcrypt does not look at. */
    private static final int LONGEST = 72;

    private PasswordCommand() {}

    /** Asks on the console, or reads the input. Answers with the exit code. */
    public static int run() {
        Console console = System.console();
        if (console == null) {
            return run(System.in, System.out, System.err);
        }
        char[] typed = console.readPassword("Password: ");
        return typed == null ? 1 : print(new String(typed), System.out, System.err);
    }

    static int run(InputStream in, PrintStream out, PrintStream err) {
        try {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return print(text.replaceAll("\\R\\z", ""), out, err);
        } catch (IOException e) {
            err.println("The password cannot be read: " + e.getMessage());
            return 1;
        }
    }

    private static int print(String password, PrintStream out, PrintStream err) {
        int length = password.getBytes(StandardCharsets.UTF_8).length;
        if (length < SHORTEST || length > LONGEST) {
            err.println("A password has " + SHORTEST + " to " + LONGEST + " bytes; this one has " + length + ".");
            return 1;
        }
        out.println(new BCryptPasswordEncoder(BCryptVersion.$2B, COST).encode(password));
        return 0;
    }
}
