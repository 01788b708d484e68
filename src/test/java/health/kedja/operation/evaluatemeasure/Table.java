package health.kedja.operation.evaluatemeasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as CSV, line by line; no field of these tests is quoted. */
final class Table {

    private Table() {}

    static List<Map<String, String>> of(String csv) {
        String[] lines = csv.split("\r\n");
        String[] columns = lines[0].split(",", -1);
        List<Map<String, String>> table = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split(",", -1);
            if (fields.length != columns.length) {
                throw new AssertionError("Line " + i + " has " + fields.length + " fields of " + columns.length);
            }
            Map<String, String> line = new LinkedHashMap<>();
            for (int c = 0; c < columns.length; c++) {
                line.put(columns[c], fields[c]);
            }
            table.add(line);
        }
        return table;
    }
}
