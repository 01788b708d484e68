package health.kedja.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code kedja.unit}: the units that state a type of chain. */
final class Units {

    private static final Rows<Statement> ROWS = new Rows<>(
            "kedja.unit",
            List.of(
                    Rows.text("organization", Statement::source),
                    Rows.text("chain_type", said -> said.chainType().name())));

    private Units() {}

    /** The removal of what these units said. */
    static Optional<Rows.Part> deletion(Collection<Statement> statements) {
        return Rows.delete(
                "kedja.unit where organization",
                statements.stream()
                        .filter(Statement::isOfUnit)
                        .map(Statement::source)
                        .toList());
    }

    static Optional<Rows.Part> insertion(Collection<Statement> statements) {
        return ROWS.insert(
                statements.stream().filter(said -> said.chainType() != null).toList());
    }
}
