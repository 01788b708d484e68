package health.kedja.history;

import health.kedja.pathway.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads people by their records, those that are one person together. */
final class CopiedPeople {

    /** How many records are asked for in one go. */
    private static final int BATCH = 1_000;

    private final CopiedEvents copied;
    private final MergedRecords merged;

    CopiedPeople(Connection connection, MergedRecords merged) {
        this.copied = new CopiedEvents(connection);
        this.merged = merged;
    }

    /** @param records every record of each of the people */
    void read(Collection<String> records, People people) throws SQLException {
        TreeMap<String, List<String>> recordsOf = new TreeMap<>();
        for (String record : new TreeSet<>(records)) {
            recordsOf
                    .computeIfAbsent(merged.person(record), none -> new ArrayList<>(1))
                    .add(record);
        }
        List<String> batch = new ArrayList<>();
        for (List<String> ofPerson : recordsOf.values()) {
            batch.addAll(ofPerson);
            if (batch.size() >= BATCH) {
                readBatch(batch, people);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            readBatch(batch, people);
        }
    }

    private void readBatch(List<String> records, People people) throws SQLException {
        TreeMap<String, List<Event>> events = new TreeMap<>();
        copied.of(
                records,
                (record, ofRecord) -> events.merge(merged.person(record), ofRecord, (one, other) -> {
                    one.addAll(other);
                    return one;
                }));
        events.forEach(people::add);
    }
}
