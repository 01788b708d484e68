package health.kedja.server;

import java.util.List;

/** The database is not what this version of Kedja expects. */
final class SchemaMismatchException extends RuntimeException {

    private static final int SHOWN = 10;

    SchemaMismatchException(String schema, List<String> missing) {
        super("The database schema '" + schema + "' is not what this version of Kedja expects. Missing: "
                + String.join(", ", missing.subList(0, Math.min(SHOWN, missing.size())))
                + (missing.size() > SHOWN ? " and " + (missing.size() - SHOWN) + " more" : "")
                + ".");
    }

    SchemaMismatchException(String schema, Exception cause) {
        super(
                "The database schema '" + schema + "' could not be brought to what this version of Kedja expects: "
                        + cause.getMessage(),
                cause);
    }

    String action() {
        return "An upgrade may have been interrupted, or the database belongs to another version of Kedja. Restore a"
                + " backup, or start the version that this database belongs to.";
    }
}
