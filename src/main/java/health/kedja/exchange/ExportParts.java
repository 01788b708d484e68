package health.kedja.exchange;

import ca.uhn.fhir.parser.IParser;
import health.kedja.history.StoredVersions;
import java.util.function.Supplier;

/**
 * What exports are made with.
 *
 * @param pages where they begin
 * @param versions reads the versions of resources
 * @param filters holds resources against searches
 * @param parser writes a resource as it is answered elsewhere; a new one each time
 * @param store where the files are kept
 * @param limits of the room that they take
 */
record ExportParts(
        VersionPages pages,
        StoredVersions versions,
        TypeFilters filters,
        Supplier<IParser> parser,
        ExportStore store,
        ExportLimits limits) {}
