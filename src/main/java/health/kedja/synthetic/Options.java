package health.kedja.synthetic;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the command line asks for. */
final class Options {

    int people = 10_000;
    long seed = 1;
    Country country = Country.SE;
    Format format = Format.BUNDLES;
    int firstYear = 2008;
    int lastYear = 2022;
    Path out;
    String jdbcUrl;
    String jdbcUser = "kedja";
    Rates rates = Rates.national();

    /** An option that cannot be taken; the message says which and why. */
    static final class BadOption extends Exception {
        private static final long serialVersionUID = 1;

        BadOption(String message) {
            super(message);
        }
    }

    static Options of(String... arguments) throws BadOption {
        Options options = new Options();
        Deque<String> rest = new ArrayDeque<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            // --people=5 as well as --people 5; the = of --rate name=value stays.
            if (argument.startsWith("--") && equals > 0) {
                rest.add(argument.substring(0, equals));
                rest.add(argument.substring(equals + 1));
            } else {
                rest.add(argument);
            }
        }
        while (!rest.isEmpty()) {
            String name = rest.poll();
            if (!name.startsWith("--")) {
                throw new BadOption("'" + name + "' is no option; options begin with --");
            }
            if (rest.isEmpty()) {
                throw new BadOption(name + " needs a value");
            }
            options.take(name, rest.poll());
        }
        options.check();
        return options;
    }

    private void take(String name, String value) throws BadOption {
        switch (name) {
            case "--people" -> people = number(name, value, 1, 100_000_000);
            case "--seed" -> seed = seed(value);
            case "--country" -> country = choice(name, value, Country.values());
            case "--format" -> format = choice(name, value, Format.values());
            case "--first-year" -> firstYear = number(name, value, 1990, 2100);
            case "--last-year" -> lastYear = number(name, value, 1990, 2100);
            case "--out" -> out = Path.of(value);
            case "--jdbc-url" -> jdbcUrl = value;
            case "--jdbc-user" -> jdbcUser = value;
            case "--rate" -> rate(value);
            default -> throw new BadOption("There is no option " + name + "; --help shows all");
        }
    }

    private void check() throws BadOption {
        if (out == null) {
            throw new BadOption("--out is needed: the directory to write to");
        }
        if (lastYear < firstYear) {
            throw new BadOption("--last-year " + lastYear + " is before --first-year " + firstYear);
        }
        if (format == Format.DATABASE && jdbcUrl == null) {
            throw new BadOption("--format database needs --jdbc-url, such as jdbc:postgresql://localhost:5432/kedja");
        }
    }

    private void rate(String value) throws BadOption {
        int equals = value.indexOf('=');
        try {
            if (equals < 0) {
                throw new IllegalArgumentException("--rate is written name=value, not '" + value + "'");
            }
            rates = rates.with(
                    Figure.ofToken(value.substring(0, equals)), Double.parseDouble(value.substring(equals + 1)));
        } catch (NumberFormatException e) {
            throw new BadOption("The rate '" + value + "' has no number");
        } catch (IllegalArgumentException e) {
            throw new BadOption(e.getMessage());
        }
    }

    private static long seed(String value) throws BadOption {
        try {
            // Part of the ids of the people, which allow no sign.
            long seed = Long.parseLong(value);
            if (seed >= 0) {
                return seed;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadOption("--seed is a whole number of 0 or more, not '" + value + "'");
    }

    private static int number(String name, String value, int least, int most) throws BadOption {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadOption(name + " is a whole number from " + least + " to " + most + ", not '" + value + "'");
    }

    private static <E extends Enum<E>> E choice(String name, String value, E[] choices) throws BadOption {
        for (E choice : choices) {
            if (choice.name().equalsIgnoreCase(value)) {
                return choice;
            }
        }
        throw new BadOption(name + " is one of "
                + Arrays.stream(choices)
                        .map(choice -> choice instanceof Country
                                ? choice.name()
                                : choice.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ", not '" + value + "'");
    }

    SyntheticPopulation population() {
        return new SyntheticPopulation(people, seed, country, firstYear, lastYear, rates);
    }

    LocalDate endOfData() {
        return LocalDate.of(lastYear, 12, 31);
    }
}
