package health.kedja;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands of the README's tour with what they print.
 *
 * <p>A block marked {@code sh} is a command; the block after it, marked {@code json} or {@code text}, is its output. In
 * an output {@code ...} alone on a line stands for any lines that the README leaves out, and {@code ...} within a line
 * for what differs from run to run (times, generated ids). All else must be printed exactly.
 */
final class Tour {

    private static final Pattern SECTION = Pattern.compile("(?ms)^## A tour$(.*?)^## ");
    private static final Pattern STOP =
            Pattern.compile("(?ms)^```sh\\n(.*?)^```\\n+(?:[^`\\n][^\\n]*\\n+)*?```(?:json|text)\\n(.*?)^```$");

    private Tour() {}

    /** @param readme its text */
    static List<Stop> of(String readme) {
        Matcher section = SECTION.matcher(readme);
        if (!section.find()) {
            throw new IllegalArgumentException("There is no section 'A tour'");
        }
        String text = section.group(1);
        List<Stop> stops = new ArrayList<>();
        Matcher stop = STOP.matcher(text);
        while (stop.find()) {
            stops.add(new Stop(stop.group(1).strip(), stop.group(2).stripTrailing()));
        }
        long commands = text.lines().filter("```sh"::equals).count();
        if (commands != stops.size()) {
            throw new IllegalArgumentException("Each command of the tour needs its output: " + commands + " commands, "
                    + stops.size() + " of them with output");
        }
        return stops;
    }

    /** @param text the output as the README gives it */
    record Stop(String command, String text) {

        /** What the output must match. */
        Pattern output() {
            StringBuilder pattern = new StringBuilder();
            for (String line : text.split("\n", -1)) {
                pattern.append(line.strip().equals("...") ? "(?:[^\\n]*\\n)*?" : exactly(line) + "\\n");
            }
            // The last line ends the output.
            pattern.setLength(pattern.length() - 2);
            return Pattern.compile(pattern.toString());
        }

        private static String exactly(String line) {
            return Stream.of(line.split("\\.\\.\\.", -1)).map(Pattern::quote).collect(Collectors.joining("[^\\n]*"));
        }
    }
}
