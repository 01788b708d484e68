package health.kedja.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of one export that are being written: one for each type, or more where there are many resources. */
final class OpenFiles {

    static final String OUTPUT = "output";
    static final String DELETED = "deleted";

    private final int ofFile;
    private final Map<String, OpenFile> open = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<ExportStore.Part> full = new ArrayList<>();
    private long resources;

    /** @param ofFile how many resources a file takes */
    OpenFiles(int ofFile) {
        this.ofFile = ofFile;
    }

    /** How many resources there are in all of them. */
    long resources() {
        return resources;
    }

    void add(String what, String type, String line) {
        OpenFile file = open.computeIfAbsent(what + type, key -> {
            int number = numbers.merge(key, 1, Integer::sum);
            return new OpenFile((what.equals(DELETED) ? "deleted-" : "") + type + "-" + number + ".ndjson", what, type);
        });
        file.add(line);
        resources++;
        if (file.hasPart() || file.resources() == ofFile) {
            full.add(file.next());
        }
        if (file.resources() == ofFile) {
            open.remove(what + type);
        }
    }

    /** The parts that are ready to be stored, once. */
    List<ExportStore.Part> full() {
        List<ExportStore.Part> parts = List.copyOf(full);
        full.clear();
        return parts;
    }

    /** What is left of all files, when nothing is added any more. */
    List<ExportStore.Part> rest() {
        return Stream.concat(
                        full().stream(),
                        open.values().stream().filter(OpenFile::isWaiting).map(OpenFile::next))
                .toList();
    }
}
