package health.kedja.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.model.util.JpaConstants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.DataKind;
import health.kedja.access.Decision;
import health.kedja.access.Decision.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Looks at every resource that is to be stored, changed or deleted, through whatever door, and writes on it whose it is.
 * References are looked at when all of the transaction is written, since they may lead to what was written with them.
 */
@Interceptor
public final class WriteCheck {

    /** Before what is sent is looked at: an answer about that would tell that an id is in use. */
    private static final int FIRST = -1_000;

    private static final String OWNERS = WriteCheck.class.getName() + ".owners";
    private static final String PATCHED = WriteCheck.class.getName() + ".patched";

    private final Verdicts verdicts;
    private final Labels labels;
    private final Owners owners;
    private final ChosenIds ids;
    private final LiftedBlocks blocks;
    private final Set<String> types;
    private final Stored stored;

    @SuppressWarnings("java:S107") // It reads from all of them.
    WriteCheck(
            Verdicts verdicts,
            Labels labels,
            Owners owners,
            ChosenIds ids,
            LiftedBlocks blocks,
            Set<String> types,
            Stored stored) {
        this.verdicts = verdicts;
        this.labels = labels;
        this.owners = owners;
        this.ids = ids;
        this.blocks = blocks;
        this.types = types;
        this.stored = stored;
    }

    /** What a Bundle is to patch; what else it changes it puts, which is refused in other words. */
    @SuppressWarnings("unchecked")
    static Set<String> patched(RequestDetails request) {
        return (Set<String>) request.getUserData().computeIfAbsent(PATCHED, key -> new HashSet<String>());
    }

    /** A PUT to an id that was deleted, or never was, creates; the id may have been another region's. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = FIRST)
    public void choose(IBaseResource created, RequestDetails request) {
        verdicts.asker(request).ifPresent(asker -> requireChoosable(asker, request, (Resource) created));
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void create(IBaseResource created, RequestDetails request) {
        Resource resource = (Resource) created;
        Optional<Asker> asker = verdicts.asker(request);
        if (asker.isEmpty()) {
            return;
        }
        owners.write(resource, Optional.empty(), asker.get());
        verdicts.requireInGeneral(asker.get(), request, Optional.of(resource.fhirType()), "create");
        require(asker.get(), request, "create", resource);
        remember(request, resource);
    }

    /** Whether what is there is the caller's to change, whatever they would make of it. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = FIRST)
    public void reach(IBaseResource before, IBaseResource after, RequestDetails request) {
        verdicts.asker(request).ifPresent(asker -> {
            Resource resource = (Resource) after;
            verdicts.requireInGeneral(asker, request, Optional.of(resource.fhirType()), "update");
            Resource old = (Resource) before;
            if (old != null && !old.isEmpty() && old.hasMeta()) {
                requireReached(asker, request, old);
            } else {
                requireChoosable(asker, request, resource);
            }
        });
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void update(IBaseResource before, IBaseResource after, RequestDetails request) {
        Resource resource = (Resource) after;
        Optional<Asker> asker = verdicts.asker(request);
        if (asker.isEmpty()) {
            // The server itself keeps whose a resource is.
            if (before != null) {
                owners.keep(resource, (Resource) before);
            }
            return;
        }
        Resource old = (Resource) before;
        refuseMerge(asker.get(), request, old, resource);
        blocks.refusal(asker.get(), old, resource).ifPresent(refusal -> {
            throw Noted.refused(request, new Decision(Reason.BLOCKED), old, refusal);
        });
        owners.write(resource, Optional.ofNullable(old), asker.get());
        require(asker.get(), request, "update", resource);
        remember(request, resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void delete(IBaseResource deleted, RequestDetails request) {
        verdicts.asker(request).ifPresent(asker -> {
            Resource resource = (Resource) deleted;
            verdicts.requireInGeneral(asker, request, Optional.of(resource.fhirType()), "delete");
            Decision decision = verdicts.decide(asker, request, "delete", resource);
            if (!decision.isAllowed()) {
                throw Noted.refused(
                        request,
                        decision,
                        resource,
                        Refused.unknown(
                                resource.fhirType(), resource.getIdElement().getIdPart()));
            }
            verdicts.bonds().forget(request);
        });
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        checkReferences(null, (Resource) resource, request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        checkReferences(before, (Resource) after, request);
    }

    /** A merge gives whoever reaches one record the history of the other. */
    private void refuseMerge(Asker asker, RequestDetails request, Resource before, Resource after) {
        if (after instanceof Patient patient
                && !verdicts.seesAllOfRegion(asker, "Patient", "update")
                && !links(patient).equals(before instanceof Patient old ? links(old) : Set.of())) {
            throw Noted.refused(
                    request,
                    Reason.ROLE,
                    Refused.forbidden(
                            "Patient.link: records are merged, and merges undone, by systems of the region only. Leave"
                                    + " the links as they are."));
        }
    }

    private static Set<String> links(Patient patient) {
        return patient.getLink().stream()
                .map(link -> link.getOther().getReference() + " " + link.getType())
                .collect(Collectors.toSet());
    }

    /** The id of what is new, if the client chose it: one that it may choose, and that nothing of another region has. */
    private void requireChoosable(Asker asker, RequestDetails request, Resource resource) {
        boolean chosen = resource.getIdElement().hasIdPart()
                && resource.getUserData(JpaConstants.RESOURCE_ID_SERVER_ASSIGNED) != Boolean.TRUE;
        String type = resource.fhirType();
        if (!chosen || DataKind.of(type) == DataKind.CONFORMANCE) {
            return;
        }
        String id = resource.getIdElement().getIdPart();
        String name = type + "/" + id;
        Map<String, Optional<String>> stored = labels.owners(Set.of(name));
        boolean known = stored.containsKey(name);
        boolean theirs = known ? asker.owns(stored.get(name)) : ids.mayChoose(asker, type, id);
        if (!theirs) {
            RuntimeException refusal = ids.refusal(asker, type, id);
            throw known ? Noted.notTheirs(request, name, refusal) : refusal;
        }
    }

    private void requireReached(Asker asker, RequestDetails request, Resource stored) {
        Decision decision = verdicts.decide(asker, request, "update", stored);
        if (decision.isAllowed()) {
            return;
        }
        String type = stored.fhirType();
        String id = stored.getIdElement().getIdPart();
        boolean patches = request.getRestOperationType() == RestOperationTypeEnum.PATCH
                || patched(request).contains(type + "/" + id);
        throw Noted.refused(
                request, decision, stored, patches ? Refused.unknown(type, id) : ids.refusal(asker, type, id));
    }

    /** Whether a resource may be as it is to be; whether its type may be written at all is known. */
    private void require(Asker asker, RequestDetails request, String interaction, Resource resource) {
        Decision decision = verdicts.decide(asker, request, interaction, resource);
        if (decision.isAllowed()) {
            return;
        }
        Noted.denial(request, decision, resource);
        Map<String, String> references = References.of(resource);
        Optional<String> patient = references.keySet().stream()
                .filter(target -> target.startsWith("Patient/"))
                .findFirst();
        if (patient.isPresent() && decision.reason() != Reason.OUT_OF_SCOPE) {
            throw Refused.unknownReference(patient.get());
        }
        throw switch (decision.reason()) {
            case OUT_OF_SCOPE ->
                Refused.forbidden("The token's scopes allow " + interaction + " of other resources of type "
                        + resource.fhirType()
                        + ": this one does not match their constraint, or is not about the"
                        + " patient of the launch.");
            case NO_RELATION ->
                Refused.forbidden("A " + resource.fhirType()
                        + " that names no patient cannot be written by your roles. Name the"
                        + " patient.");
            default -> Refused.withoutRegion();
        };
    }

    private void remember(RequestDetails request, Resource resource) {
        LeavingCheck.written(request)
                .add(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        verdicts.bonds().forget(request);
    }

    /**
     * What belongs to another region is answered as what is not there, and what is not there is refused in every element:
     * HAPI looks at those with a search parameter only, and in the others the two would be told apart.
     */
    private void checkReferences(IBaseResource before, Resource resource, RequestDetails request) {
        if (verdicts.asker(request).isEmpty() || DataKind.of(resource.fhirType()) == DataKind.CONFORMANCE) {
            return;
        }
        Optional<String> owner = Labels.owner(resource);
        if (owner.isEmpty()) {
            // Only callers of the whole server store it, and only they will see it.
            return;
        }
        Map<String, String> references = References.of(resource);
        references.keySet().removeIf(target -> {
            String type = target.substring(0, target.indexOf('/'));
            return DataKind.of(type) == DataKind.CONFORMANCE;
        });
        Set<String> earlier = before == null ? Set.of() : References.of(before).keySet();
        if (before != null && Labels.owner(before).equals(owner)) {
            // They were looked at when they were new.
            references.keySet().removeAll(earlier);
        }
        Map<String, Optional<String>> known = known(request);
        Set<String> unread = new HashSet<>(references.keySet());
        unread.removeAll(known.keySet());
        known.putAll(labels.owners(unread));
        for (String reference : references.keySet()) {
            Optional<String> other = known.get(reference);
            boolean anothers = other != null && !other.equals(owner);
            // What was there before may have been removed for good since.
            boolean nobodys = other == null
                    && !earlier.contains(reference)
                    && types.contains(reference.substring(0, reference.indexOf('/')))
                    && !LeavingCheck.written(request).contains(reference);
            if (nobodys || !earlier.contains(reference) && isHidden(reference, request)) {
                throw Refused.unknownReference(reference);
            }
            if (anothers) {
                throw Noted.refused(
                        request, new Decision(Reason.REGION), resource, Refused.unknownReference(reference));
            }
        }
    }

    /** Of their own region, and not theirs to see. Patients that are named are looked at before. */
    private boolean isHidden(String reference, RequestDetails request) {
        String type = reference.substring(0, reference.indexOf('/'));
        Asker asker = verdicts.asker(request).orElseThrow();
        boolean looks = DataKind.of(type) == DataKind.PATIENT
                && types.contains(type)
                && !type.equals("Patient")
                && !verdicts.roleReadsAllOfRegion(asker, type)
                && !LeavingCheck.written(request).contains(reference);
        return looks
                && stored.last(type, reference.substring(type.length() + 1))
                        .filter(target -> verdicts.roleReads(asker, request, target))
                        .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Optional<String>> known(RequestDetails request) {
        return (Map<String, Optional<String>>)
                request.getUserData().computeIfAbsent(OWNERS, key -> new HashMap<String, Optional<String>>());
    }
}
