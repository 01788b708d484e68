package health.kedja.exchange;

import ca.uhn.fhir.parser.IParser;
import health.kedja.access.audit.Subjects;
import health.kedja.exchange.VersionPages.Found;
import health.kedja.exchange.VersionPages.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/** Makes the files of one export. Each resource is decided about when it is put into a file. */
final class ExportRun {

    /** Octets of all files that may be kept are used up. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** How many resources are held in memory. */
    private static final int RESOURCES = 500;

    private final ExportAttempt attempt;
    private final ExportRequest request;
    private final ExportReach reach;
    private final ExportParts parts;
    private final IParser parser;
    private final OpenFiles files;

    ExportRun(ExportAttempt attempt, ExportRequest request, ExportReach reach, ExportParts parts) {
        this.attempt = attempt;
        this.request = request;
        this.reach = reach;
        this.parts = parts;
        this.parser = parts.parser().get();
        this.files = new OpenFiles(parts.limits().ofFile());
    }

    /**
     * Makes and stores them.
     *
     * @throws ExportStore.Gone if the export was given up meanwhile, or is made by a later attempt
     * @throws Full if there is no room for them
     */
    void make() {
        Iterator<Page> pages = parts.pages().of(request, reach.region());
        while (pages.hasNext()) {
            add(pages.next());
        }
        if (request.since().isPresent() && request.patients().isEmpty()) {
            addDeleted(parts.pages().deleted(request));
        }
        store(files.rest(), Set.of());
    }

    private void add(Page page) {
        if (page.found().isEmpty()) {
            // It may be long until something is found, and may have been given up meanwhile.
            store(List.of(), Set.of());
        }
        for (List<Found> some : inPieces(page.found())) {
            List<Resource> resources = read(some).stream()
                    .filter(resource -> isAskedFor(resource, page.patients()))
                    .toList();
            Set<String> patients = new LinkedHashSet<>();
            for (Resource resource : reach.mayLeave(resources)) {
                patients.addAll(Subjects.of(resource));
                files.add(OpenFiles.OUTPUT, resource.fhirType(), parser.encodeResourceToString(resource));
            }
            store(files.full(), patients);
        }
    }

    /** As many as are held in memory. */
    private static List<List<Found>> inPieces(List<Found> found) {
        List<List<Found>> pieces = new ArrayList<>();
        for (int from = 0; from < found.size(); from += RESOURCES) {
            pieces.add(found.subList(from, Math.min(from + RESOURCES, found.size())));
        }
        return pieces;
    }

    /**
     * Resources as they are exported. Of one that was changed since, the last version too must be one that may leave: whoever
     * may not see it as it is now does not see what it was.
     */
    private List<Resource> read(List<Found> found) {
        List<Long> changed = found.stream()
                .filter(one -> one.version() != one.last())
                .map(Found::last)
                .toList();
        Set<String> hidden = new HashSet<>();
        if (!changed.isEmpty()) {
            List<Resource> last = parts.versions().read(changed);
            hidden.addAll(names(last));
            hidden.removeAll(names(reach.mayLeave(last)));
        }
        List<Long> versions = found.stream().map(Found::version).toList();
        return versions.isEmpty()
                ? List.of()
                : parts.versions().read(versions).stream()
                        .filter(resource -> !hidden.contains(name(resource)))
                        .toList();
    }

    private boolean isAskedFor(Resource resource, Set<String> ofPage) {
        List<String> filters = request.filters().getOrDefault(resource.fhirType(), List.of());
        boolean matches = filters.isEmpty()
                || filters.stream().anyMatch(filter -> parts.filters().matches(filter, resource));
        return matches && (request.level() == ExportRequest.Level.SYSTEM || isOfPatient(resource, ofPage));
    }

    /** Of several patients whose record it is, the first decides on which page it comes, so that it comes once. */
    private boolean isOfPatient(Resource resource, Set<String> ofPage) {
        Set<String> patients = new TreeSet<>(Subjects.of(resource));
        request.patients().ifPresent(patients::retainAll);
        return !patients.isEmpty()
                && (request.patients().isEmpty()
                        || ofPage.contains(patients.iterator().next()));
    }

    private void addDeleted(List<Found> deleted) {
        for (List<Found> some : inPieces(deleted)) {
            List<Resource> before = read(some).stream()
                    .filter(resource -> isAskedFor(resource, Set.of()))
                    .toList();
            Set<String> patients = new LinkedHashSet<>();
            for (Resource resource : reach.mayLeave(before)) {
                patients.addAll(Subjects.of(resource));
                files.add(OpenFiles.DELETED, "Bundle", parser.encodeResourceToString(deletion(resource)));
            }
            store(files.full(), patients);
        }
    }

    private static Bundle deletion(Resource resource) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.TRANSACTION);
        bundle.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl(name(resource));
        return bundle;
    }

    /** How far it is is told by what the caller gets alone: how much there is of others, or of those who refuse, is theirs. */
    private void store(List<ExportStore.Part> written, Set<String> patients) {
        if (Thread.currentThread().isInterrupted()) {
            // The server stops, and leaves it to another start.
            throw new ExportStore.Gone();
        }
        if (!written.isEmpty() && parts.store().size() > parts.limits().most()) {
            throw new Full();
        }
        parts.store().add(attempt, files.resources() + " resources", written, patients);
    }

    private static Set<String> names(List<Resource> resources) {
        return resources.stream().map(ExportRun::name).collect(Collectors.toSet());
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
