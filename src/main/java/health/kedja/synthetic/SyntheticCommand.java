package health.kedja.synthetic;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code java -jar kedja.jar synthetic}: writes a made-up population and its true indicator values. */
public final class SyntheticCommand {

    private static final int PEOPLE_AT_ONCE = 500;
    /** A year is counted in full when ten years before it are known. */
    private static final int WASHOUT_YEARS = 10;

    private static final String HELP = """
            Writes a made-up population and the true value of every indicator (truth.csv, truth.json).

              java -jar kedja.jar synthetic --out DIR [options]

              --people N         how many people (10000); person i is the same whatever N is
              --seed N           another seed is another population (1)
              --country SE|DK    21 Swedish or 5 Danish regions (SE)
              --format F         bundles: a transaction Bundle for each person, units.json to be sent first (default)
                                 ndjson: a file for each resource type
                                 database: event rows without resources, for benchmarks; gone with the next rebuild
              --first-year Y     first year of data (2008)
              --last-year Y      last year of data (2022)
              --out DIR          directory to write to: a new or an empty one
              --jdbc-url URL     for database: a PostgreSQL that Kedja has prepared
              --jdbc-user NAME   for database (kedja); the password is in the environment, KEDJA_JDBC_PASSWORD
              --rate NAME=VALUE  another level than the national one; may be given several times:
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    SyntheticCommand(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Runs the command.
     *
     * @param arguments those after {@code synthetic}
     * @return exit status: 0 done, 1 could not be done, 2 the command line cannot be understood
     */
    public static int run(String... arguments) {
        return new SyntheticCommand(System.out, System.err, System.console() != null).execute(arguments);
    }

    int execute(String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(HELP);
            for (Figure figure : Figure.values()) {
                out.printf(
                        Locale.ROOT,
                        "      %-30s %.4f  %s (%s)%n",
                        figure.token(),
                        figure.national(),
                        figure.source(),
                        figure.certainty().name().toLowerCase(Locale.ROOT));
            }
            return 0;
        }
        try {
            write(Options.of(arguments));
            return 0;
        } catch (Options.BadOption e) {
            err.println("kedja synthetic: " + e.getMessage());
            err.println("kedja synthetic --help shows how to use it.");
            return 2;
        } catch (IOException | DataAccessException e) {
            err.println("kedja synthetic: " + e.getMessage());
            return 1;
        }
    }

    private void write(Options options) throws IOException, Options.BadOption {
        prepare(options.out);
        SyntheticPopulation population = options.population();
        Map<Integer, Tally> tallies = new TreeMap<>();
        int firstTrue = Math.min(options.lastYear, options.firstYear + WASHOUT_YEARS);
        for (int year = firstTrue; year <= options.lastYear; year++) {
            tallies.put(year, new Tally());
        }
        Progress progress = new Progress(err, terminal, options.people, System::nanoTime);
        try (PeopleWriter writer = writer(options)) {
            for (int from = 0; from < options.people; from += PEOPLE_AT_ONCE) {
                int to = Math.min(options.people, from + PEOPLE_AT_ONCE);
                List<SyntheticPerson> people = IntStream.range(from, to)
                        .parallel()
                        .mapToObj(population::person)
                        .toList();
                writer.write(people);
                tallies.forEach((year, tally) -> people.forEach(
                        person -> Truth.add(person, Truth.Asked.ofYear(year, options.endOfData()), tally)));
                progress.at(to);
            }
        }
        TruthFiles.write(
                options.out,
                tallies.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                tally -> tally.getValue().result(),
                                (one, other) -> one,
                                TreeMap::new)));
        out.println("Written to " + options.out + ": " + options.people + " people and what is true of them.");
    }

    private static void prepare(Path directory) throws IOException, Options.BadOption {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new Options.BadOption("--out " + directory + " is a file, not a directory");
        }
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new Options.BadOption("--out " + directory + " is not empty; nothing was written");
            }
        }
    }

    private static PeopleWriter writer(Options options) throws IOException {
        return switch (options.format) {
            case BUNDLES -> new BundleWriter(options.out, options.country);
            case NDJSON -> new NdjsonWriter(options.out, options.country);
            case DATABASE ->
                new DatabaseWriter(new DriverManagerDataSource(
                        options.jdbcUrl, options.jdbcUser, System.getenv().getOrDefault("KEDJA_JDBC_PASSWORD", "")));
        };
    }
}
