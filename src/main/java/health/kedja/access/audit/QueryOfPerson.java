package health.kedja.access.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Accesses as they are told to those who ask about one person. A search may name several patients, and is recorded for
 * each of them as it was asked: who they were beside this one is left out.
 */
final class QueryOfPerson {

    private static final String LEFT_OUT = "…";

    private final Set<String> records;

    /** @param records logical ids of the person's */
    QueryOfPerson(Set<String> records) {
        this.records = records;
    }

    StoredAccess tell(StoredAccess stored) {
        Access access = stored.access();
        return new StoredAccess(
                stored.id(),
                stored.recorded(),
                new Access(
                        access.interaction(),
                        access.outcome(),
                        access.reason(),
                        access.emergency(),
                        access.patient(),
                        access.resource(),
                        access.query() == null ? null : query(access.query()),
                        access.request(),
                        access.who()));
    }

    private String query(String query) {
        int mark = query.indexOf('?');
        if (mark < 0) {
            return query;
        }
        String path = query.substring(0, mark);
        List<String> parts = List.of(path.split("/"));
        return path + "?"
                + Stream.of(query.substring(mark + 1).split("&"))
                        .map(parameter -> parameter(parts, parameter))
                        .collect(Collectors.joining("&"));
    }

    private String parameter(List<String> path, String parameter) {
        Map<String, List<String>> read = Asked.parameters(parameter);
        if (read.isEmpty()) {
            return parameter;
        }
        String name = read.keySet().iterator().next();
        List<String> values = List.of(read.get(name).get(0).split(","));
        boolean numbers = values.size() > 1 && name.matches("(.*[.:])?identifier(:.*)?");
        String told = values.stream()
                .map(value -> numbers || isOther(path, name, value) ? LEFT_OUT : value)
                .collect(Collectors.joining(","));
        return told.contains(LEFT_OUT) ? parameter.substring(0, parameter.indexOf('=') + 1) + told : parameter;
    }

    private boolean isOther(List<String> path, String name, String value) {
        return Asked.patients(path, name, List.of(value)).stream().anyMatch(patient -> !records.contains(patient));
    }
}
