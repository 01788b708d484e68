package health.kedja.server.access;

import health.kedja.access.DataKind;
import health.kedja.history.Reach;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;

/** Works out whose a resource is that is about to be stored, and writes it on it. */
final class Owners {

    private static final String ORGANIZATION = "Organization/";

    private final Reach reach;
    private final Labels labels;

    Owners(Reach reach, Labels labels) {
        this.reach = reach;
        this.labels = labels;
    }

    /**
     * Labels a resource: as it was labelled before; else as the caller's; else, of a caller of the whole server, as that of
     * the patient or organization that it names.
     */
    void write(Resource resource, Optional<Resource> before, Asker asker) {
        if (DataKind.of(resource.fhirType()) == DataKind.CONFORMANCE) {
            Labels.write(resource, Optional.empty(), Optional.empty());
            return;
        }
        requireInTree(resource, asker);
        Optional<String> owner = before.flatMap(Labels::owner)
                .or(asker::region)
                .or(() -> asker.wholeServer() ? named(resource) : Optional.empty());
        Optional<String> custodian = before.flatMap(old -> Labels.code(old, Labels.CUSTODIAN))
                .or(() -> before.isPresent() ? Optional.empty() : unit(asker));
        Labels.write(resource, owner, custodian);
    }

    /** Writes on a new version what was on the one before. */
    void keep(Resource resource, Resource before) {
        if (Labels.owner(before).isPresent()) {
            Labels.write(resource, Labels.owner(before), Labels.code(before, Labels.CUSTODIAN));
        }
    }

    private static Optional<String> unit(Asker asker) {
        Set<String> organizations = asker.caller().organizations();
        return organizations.size() == 1
                ? organizations.stream()
                        .findFirst()
                        .filter(one -> !asker.region().equals(Optional.of(one)))
                : Optional.empty();
    }

    /** A new top of a tree would be a new region, which only callers of the whole server make. */
    private static void requireInTree(Resource resource, Asker asker) {
        if (resource instanceof Organization organization
                && !asker.wholeServer()
                && !namesParent(organization)
                && !asker.region()
                        .equals(Optional.ofNullable(organization.getIdElement().getIdPart()))) {
            throw Refused.unprocessable(
                    "Organization.partOf has no reference: an Organization that is part of none is a region of"
                            + " its own, which only an administrator without organizations can make. Name the Organization that it"
                            + " is part of.");
        }
    }

    /** By type and id, or as what is stored with it; a name or an identifier alone puts it below nothing. */
    private static boolean namesParent(Organization organization) {
        String parent = organization.getPartOf().getReference();
        return parent != null && !parent.isBlank() && !parent.startsWith("#");
    }

    private Optional<String> named(Resource resource) {
        Set<String> references = References.of(resource).keySet();
        if (resource instanceof Organization organization && !organization.hasPartOf()) {
            return Optional.ofNullable(organization.getIdElement().getIdPart());
        }
        Map<String, Optional<String>> stored = labels.owners(references);
        return references.stream()
                .flatMap(target -> stored.getOrDefault(target, Optional.empty()).stream())
                .findFirst()
                .or(() -> references.stream()
                        .filter(target -> target.startsWith(ORGANIZATION))
                        .findFirst()
                        .flatMap(target -> reach.region(target.substring(ORGANIZATION.length()))));
    }
}
