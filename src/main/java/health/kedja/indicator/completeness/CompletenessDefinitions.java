package health.kedja.indicator.completeness;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a server can tell of the completeness of fields.
 *
 * @param all by id
 */
public record CompletenessDefinitions(List<Completeness> all) {

    public CompletenessDefinitions {
        all = all.stream().sorted(Comparator.comparing(Completeness::id)).toList();
    }

    /** The definition of an id. */
    public Optional<Completeness> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
