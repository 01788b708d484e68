package health.kedja.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.DataKind;
import health.kedja.access.Decision;
import health.kedja.access.Decision.Reason;
import health.kedja.access.Role;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/**
 * The first look at a request: whether the caller may do that at all, in a Bundle for each entry. What has no row in the
 * table is refused. Afterwards HAPI's hooks look at each resource.
 */
@Interceptor
public final class RequestGate {

    private static final Set<String> META = Set.of("$meta-add", "$meta-delete");

    private final Verdicts verdicts;
    private final Stored stored;
    private final BundleGate bundles;
    private final ConditionalUrls urls;
    private final ChosenIds ids;

    RequestGate(Verdicts verdicts, Stored stored, BundleGate bundles, ConditionalUrls urls, ChosenIds ids) {
        this.verdicts = verdicts;
        this.stored = stored;
        this.bundles = bundles;
        this.urls = urls;
        this.ids = ids;
    }

    /** Before HAPI reads the criteria of a conditional write, which it does ahead of the other hook. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void narrowConditions(RequestDetails request) {
        boolean single = request.getResourceName() != null && request.getId() == null && request.getOperation() == null;
        if (!single || request.getRequestType() == null) {
            return;
        }
        Optional<RestOperationTypeEnum> write = switch (request.getRequestType()) {
            case POST -> Optional.of(RestOperationTypeEnum.CREATE);
            case PUT -> Optional.of(RestOperationTypeEnum.UPDATE);
            case PATCH -> Optional.of(RestOperationTypeEnum.PATCH);
            case DELETE -> Optional.of(RestOperationTypeEnum.DELETE);
            default -> Optional.empty();
        };
        if (write.isPresent()) {
            verdicts.asker(request)
                    .ifPresent(asker -> urls.narrow(asker, request, request.getResourceName(), write.get()));
        }
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request, RestOperationTypeEnum type) {
        if (type == RestOperationTypeEnum.METADATA) {
            return;
        }
        Optional<Asker> known = verdicts.asker(request);
        if (known.isEmpty()) {
            return;
        }
        Asker asker = known.get();
        String interaction = Interactions.of(request, type);
        Optional<String> resourceType = type == RestOperationTypeEnum.GET_PAGE
                ? Optional.empty()
                : Optional.ofNullable(request.getResourceName()).filter(name -> !name.isBlank());
        verdicts.requireInGeneral(asker, request, resourceType, interaction);
        BrokenGlass.open(asker.caller(), request, type);
        if (resourceType.isPresent()) {
            checkInstance(asker, request, resourceType.get(), interaction);
            if (META.contains(interaction)) {
                refuseOwnLabels(request);
            }
            if (interaction.equals("delete") && request.getParameters().containsKey("_expunge")) {
                verdicts.requireInGeneral(asker, request, Optional.empty(), "delete _expunge");
            }
        }
        if (interaction.startsWith("$evaluate-measure ")) {
            withholdSmallNumbers(asker, request);
        }
        if (interaction.equals("transaction") && request.getResource() instanceof Bundle bundle) {
            bundles.check(asker, request, bundle);
        }
    }

    /** What HAPI does with an instance it does not always show to the hooks first. */
    private void checkInstance(Asker asker, RequestDetails request, String type, String interaction) {
        boolean writes = interaction.equals("update") || interaction.equals("patch") || interaction.equals("delete");
        // HAPI would tell an empty history from one of an unknown id.
        boolean other = interaction.startsWith("$")
                || interaction.startsWith(Interactions.SERVICE)
                || interaction.equals("history")
                || interaction.equals("vread");
        if (request.getId() == null || !writes && !other || DataKind.of(type) == DataKind.CONFORMANCE) {
            return;
        }
        String id = request.getId().getIdPart();
        boolean puts = interaction.equals("update");
        if (puts && isLeftToTheStorage(request, type, id)) {
            return;
        }
        String needed = needed(request, interaction);
        Optional<Resource> last = type.equals("Patient") && verdicts.needsNoContent(asker, type, needed)
                ? bare(id, request)
                : stored.last(type, id);
        if (last.isEmpty()) {
            if (puts && ids.mayChoose(asker, type, id)) {
                return;
            }
            throw puts ? ids.refusal(asker, type, id) : Refused.unknown(type, id);
        }
        Decision decision = verdicts.decide(asker, request, needed, last.get());
        if (!decision.isAllowed()) {
            throw Noted.refused(
                    request, decision, last.get(), puts ? ids.refusal(asker, type, id) : Refused.unknown(type, id));
        }
    }

    /**
     * Whether an update need not be looked at here: nothing comes before the storage's hook that would tell of what is
     * stored, and the hook is shown what HAPI reads anyway, and decides whose it is too. A version that does not fit is told
     * of before the hook.
     */
    private boolean isLeftToTheStorage(RequestDetails request, String type, String id) {
        boolean ofVersion = request.getHeader("If-Match") != null
                || request.getId().hasVersionIdPart()
                || request.getResource() == null
                || request.getResource().getIdElement().hasVersionIdPart();
        return !ofVersion && !type.equals("Patient") && stored.isCurrent(type, id);
    }

    /** Where the region is known from the standing, which the decision looks at too, the label need not be read. */
    private Optional<Resource> bare(String patient, RequestDetails request) {
        return verdicts.bonds().readStandings(Set.of(patient), request).get(patient).region().stream()
                .map(region -> Stored.bare(patient, Optional.of(region)))
                .findFirst()
                .or(() -> stored.bare(patient));
    }

    /** To validate what is stored tells of it; to validate that it may be deleted tells what refers to it. */
    private static String needed(RequestDetails request, String interaction) {
        if (!interaction.equals("$validate")) {
            return interaction;
        }
        Stream<String> inUrl = Stream.of(request.getParameters().getOrDefault("mode", new String[0]));
        Stream<String> inBody = request.getResource() instanceof Parameters body
                ? body.getParameter().stream()
                        .filter(part -> "mode".equals(part.getName()) && part.hasValue())
                        .map(part -> String.valueOf(part.getValue().primitiveValue()))
                : Stream.empty();
        return Stream.concat(inUrl, inBody).anyMatch("delete"::equalsIgnoreCase) ? "delete" : "read";
    }

    private static void refuseOwnLabels(RequestDetails request) {
        if (!(request.getResource() instanceof Parameters body)) {
            return;
        }
        body.getParameter().stream()
                .map(Parameters.ParametersParameterComponent::getValue)
                .filter(Meta.class::isInstance)
                .map(Meta.class::cast)
                .flatMap(meta -> meta.getSecurity().stream())
                .filter(Labels::isOurs)
                .findFirst()
                .ifPresent(label -> {
                    throw Refused.unprocessable("meta.security: only the server writes labels of " + label.getSystem()
                            + ", which say whose a resource is. Leave it out.");
                });
    }

    /** Of those who see no patient themselves, nobody chooses how small a number may be. */
    private static void withholdSmallNumbers(Asker asker, RequestDetails request) {
        boolean seesAllPatients = asker.caller().is(Role.REGISTER);
        if (!seesAllPatients && Interactions.parameter(request, "suppressBelow").isPresent()) {
            throw Noted.refused(
                    request,
                    Reason.ROLE,
                    Refused.forbidden(
                            "Parameter 'suppressBelow': small numbers are always withheld from those who may not see"
                                    + " every patient of the region. Leave it out."));
        }
    }
}
