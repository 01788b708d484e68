package health.kedja.history;

import health.kedja.pathway.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads people by their records, those that are one person together. */
final class CopiedPeople {

    /** How many records are asked for in one go. */
    private static final int BATCH = 1_000;

    private final CopiedEvents copied;
    private final MergedRecords merged;
    private final Said said;

    /** @param said what some resources say, in place of the rows of the table */
    CopiedPeople(Connection connection, MergedRecords merged, Said said) {
        this.copied = new CopiedEvents(connection);
        this.merged = merged;
        this.said = said;
    }

    /**
     * @param records every record of each of the people
     * @param people told of each person who has events, in order of id, by the events of all records of the person
     */
    void read(Collection<String> records, CopiedEvents.Reader people) throws SQLException {
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

    private void readBatch(List<String> records, CopiedEvents.Reader people) throws SQLException {
        TreeMap<String, List<Event>> events = new TreeMap<>();
        copied.of(records, (record, ofRecord) -> {
            ofRecord.removeIf(event -> said.by(event.source()));
            add(record, ofRecord, events);
        });
        for (String record : records) {
            add(record, said.of(record), events);
        }
        events.forEach(people::record);
    }

    private void add(String record, List<Event> ofRecord, Map<String, List<Event>> events) {
        if (!ofRecord.isEmpty()) {
            events.computeIfAbsent(merged.person(record), none -> new ArrayList<>())
                    .addAll(ofRecord);
        }
    }
}
