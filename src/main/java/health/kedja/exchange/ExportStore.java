package health.kedja.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of exports and their files. Safe to share between threads. */
final class ExportStore {

    private static final String INSERT = """
            insert into kedja.export (id, asker, request, as_of, expires)
            values (?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))
            """;

    private static final String FIND = "select * from kedja.export where id = ? and expires > clock_timestamp()";

    private static final String GO_ON = """
            update kedja.export set progress = ?, alive = clock_timestamp()
            where id = ? and attempt = ? and ended is null and expires > clock_timestamp()
            """;

    private static final String ALIVE = """
            update kedja.export
            set alive = clock_timestamp(), expires = greatest(expires, clock_timestamp() + make_interval(secs => ?))
            where id = any (?::text[]::uuid[]) and ended is null and expires > clock_timestamp()
            """;

    private static final String END = """
            update kedja.export
            set ended = clock_timestamp(), failure = ?, expires = clock_timestamp() + make_interval(secs => ?)
            where id = ? and attempt = ? and ended is null and expires > clock_timestamp()
            """;

    private static final String FILE = """
            insert into kedja.export_file (export, name, what, type, resources, octets, kept) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (export, name) do update
            set resources = excluded.resources, octets = excluded.octets, kept = export_file.kept + excluded.kept
            """;

    private static final int PATIENTS = 5_000;

    private static final RowMapper<Export> EXPORT = (row, number) -> new Export(
            row.getObject("id", UUID.class),
            row.getString("asker"),
            row.getString("request"),
            row.getObject("as_of", OffsetDateTime.class).toInstant(),
            row.getObject("begun", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("ended", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
            row.getObject("expires", OffsetDateTime.class).toInstant(),
            row.getString("progress"),
            Optional.ofNullable(row.getString("failure")));

    private static final RowMapper<File> FILES = (row, number) -> new File(
            row.getString("name"),
            row.getString("what"),
            row.getString("type"),
            row.getLong("resources"),
            row.getLong("octets"));

    private final JdbcTemplate jdbc;
    private final JdbcTemplate unhurried;
    private final TransactionTemplate transaction;
    private final UnfinishedExports unfinished;

    /** @param unhurried the same database, for statements that remove much */
    ExportStore(DataSource dataSource, DataSource unhurried, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.unhurried = new JdbcTemplate(unhurried);
        this.transaction = new TransactionTemplate(transactions);
        this.unfinished = new UnfinishedExports(dataSource);
    }

    /** An export, under way or not. */
    record Export(
            UUID id,
            String asker,
            String request,
            Instant asOf,
            Instant begun,
            Optional<Instant> ended,
            Instant expires,
            String progress,
            Optional<String> failure) {}

    /**
     * A file of an export.
     *
     * @param what {@code output} or {@code deleted}
     * @param type of the resources in it
     * @param resources how many, one a line
     * @param octets how long it is
     */
    record File(String name, String what, String type, long resources, long octets) {}

    /**
     * What is added to a file.
     *
     * @param file as it is with this
     * @param number of the piece, from 0
     * @param content in gzip
     */
    record Part(File file, int number, byte[] content) {}

    /** The export was given up, has expired, or is made by a later attempt. */
    static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    UnfinishedExports unfinished() {
        return unfinished;
    }

    /** Begins an export, of which this is the first attempt. */
    ExportAttempt begin(String asker, KeptPlan plan, Duration kept) {
        UUID id = UUID.randomUUID();
        ExportRequest request = plan.request();
        transaction.executeWithoutResult(status -> {
            jdbc.update(INSERT, id, asker, request.url(), request.asOf().atOffset(ZoneOffset.UTC), kept.toSeconds());
            unfinished.keep(id, plan);
        });
        return new ExportAttempt(id, 1);
    }

    Optional<Export> find(UUID id) {
        return jdbc.query(FIND, EXPORT, id).stream().findFirst();
    }

    /** How many exports of someone are kept or under way; with null, of all. */
    int count(String asker) {
        return jdbc.queryForObject(
                "select count(*) from kedja.export where asker = coalesce(?, asker) and expires > clock_timestamp()",
                Integer.class,
                asker);
    }

    /** Octets that all files take. */
    long size() {
        return jdbc.queryForObject("select coalesce(sum(kept), 0) from kedja.export_file", Long.class);
    }

    List<File> files(UUID id) {
        return jdbc.query("select * from kedja.export_file where export = ? order by name", FILES, id);
    }

    Optional<File> file(UUID id, String name) {
        return jdbc.query("select * from kedja.export_file where export = ? and name = ?", FILES, id, name).stream()
                .findFirst();
    }

    /** Removes what earlier attempts have left. They can add nothing more. */
    void empty(UUID id) {
        unhurried.update("delete from kedja.export_file where export = ?", id);
        unhurried.update("delete from kedja.export_patient where export = ?", id);
    }

    /** @throws Gone if it is not to be made any more, or not by this attempt */
    void add(ExportAttempt attempt, String progress, List<Part> parts, Collection<String> patients) {
        UUID id = attempt.export();
        transaction.executeWithoutResult(status -> {
            if (jdbc.update(GO_ON, progress, id, attempt.number()) == 0) {
                throw new Gone();
            }
            for (Part part : parts) {
                File file = part.file();
                jdbc.update(
                        FILE,
                        id,
                        file.name(),
                        file.what(),
                        file.type(),
                        file.resources(),
                        file.octets(),
                        part.content().length);
                jdbc.update(
                        "insert into kedja.export_part (export, file, number, content) values (?, ?, ?, ?)",
                        id,
                        file.name(),
                        part.number(),
                        part.content());
            }
            if (!patients.isEmpty()) {
                jdbc.update(
                        "insert into kedja.export_patient (export, patient) select ?, unnest(?::text[])"
                                + " on conflict do nothing",
                        id,
                        patients.toArray(String[]::new));
            }
        });
    }

    /**
     * Makes the files known to whoever asked for them, and in the same transaction to the audit trail whose data they hold.
     *
     * @throws Gone if it is not to be made any more, or not by this attempt
     */
    void done(ExportAttempt attempt, Duration kept, Consumer<Collection<String>> audit) {
        UUID id = attempt.export();
        transaction.executeWithoutResult(status -> {
            String last = "";
            List<String> patients;
            do {
                patients = jdbc.queryForList(
                        "select patient from kedja.export_patient where export = ? and patient > ? order by patient"
                                + " limit ?",
                        String.class,
                        id,
                        last,
                        PATIENTS);
                if (!patients.isEmpty()) {
                    audit.accept(patients);
                    last = patients.get(patients.size() - 1);
                }
            } while (patients.size() == PATIENTS);
            if (jdbc.update(END, null, kept.toSeconds(), id, attempt.number()) == 0) {
                throw new Gone();
            }
            UnfinishedExports.remove(jdbc, id);
        });
        unhurried.update("delete from kedja.export_patient where export = ?", id);
    }

    /** Says that it will not come, and why; of an attempt that is not the last there is nothing to say. */
    void failed(ExportAttempt attempt, String failure, Duration kept) {
        UUID id = attempt.export();
        boolean last = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean ended = jdbc.update(END, failure, kept.toSeconds(), id, attempt.number()) > 0;
            if (ended) {
                UnfinishedExports.remove(jdbc, id);
            }
            return ended;
        }));
        if (last) {
            empty(id);
        }
    }

    /** From now on nobody is told of it. */
    void forget(UUID id) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("update kedja.export set expires = '-infinity' where id = ?", id);
            UnfinishedExports.remove(jdbc, id);
        });
    }

    /** Says of exports that they are still being made, so that they are kept and nobody else takes them up. */
    void alive(Collection<UUID> ids, Duration kept) {
        jdbc.update(ALIVE, kept.toSeconds(), ids.stream().map(UUID::toString).toArray(String[]::new));
    }

    /** Removes what was forgotten or has expired. */
    void clean() {
        unhurried.update("""
                with gone as (delete from kedja.export where expires <= clock_timestamp() returning id)
                delete from kedja.export_to_make using gone where export_to_make.id = gone.id
                """);
    }

    /**
     * Writes a file, a piece at a time.
     *
     * @throws IOException if it was removed meanwhile, or whoever reads it has gone
     */
    void write(UUID id, String name, OutputStream to) throws IOException {
        int parts = jdbc.queryForObject(
                "select count(*) from kedja.export_part where export = ? and file = ?", Integer.class, id, name);
        for (int number = 0; number < parts; number++) {
            List<byte[]> content = jdbc.queryForList(
                    "select content from kedja.export_part where export = ? and file = ? and number = ?",
                    byte[].class,
                    id,
                    name,
                    number);
            if (content.isEmpty()) {
                throw new IOException("The export was given up");
            }
            try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(content.get(0)))) {
                plain.transferTo(to);
            }
        }
    }
}
