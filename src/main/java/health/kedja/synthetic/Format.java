package health.kedja.synthetic;

/** What the command writes. */
enum Format {
    /** One transaction Bundle for each person, and one before them with the units and scanners. */
    BUNDLES,
    /** A file for each resource type, one resource a line, as bulk import reads it. */
    NDJSON,
    /** Rows of events in a database, without resources. */
    DATABASE
}
