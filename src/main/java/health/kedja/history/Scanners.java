package health.kedja.history;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code kedja.scanner}: the makers of the devices that events name, as events of the kind {@link Kind#SCANNER} say. */
final class Scanners {

    private static final Rows<Event> ROWS = new Rows<>(
            "kedja.scanner",
            List.of(
                    Rows.text("device", Event::source),
                    Rows.text("manufacturer", Event::qualifier),
                    Rows.text("maker", Event::code)));

    private Scanners() {}

    /** The removal of what these devices said of themselves. */
    static Optional<Rows.Part> deletion(Collection<Statement> statements) {
        return Rows.delete(
                "kedja.scanner where device",
                statements.stream()
                        .filter(Statement::isOfDevice)
                        .map(Statement::source)
                        .toList());
    }

    static Optional<Rows.Part> insertion(Collection<Statement> statements) {
        return ROWS.insert(
                statements.stream().flatMap(said -> said.scanners().stream()).toList());
    }
}
