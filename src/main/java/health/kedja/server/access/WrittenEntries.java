package health.kedja.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.kedja.access.DataKind;
import health.kedja.access.Decision;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * Refuses a Bundle that writes something which is there and not the caller's. HAPI finds it, is told that it may not be
 * shown, leaves the entry out, and answers that it was written.
 */
@Interceptor
public final class WrittenEntries {

    private static final Pattern NAME = Pattern.compile("/?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})/?");

    private final Verdicts verdicts;
    private final Stored stored;

    WrittenEntries(Verdicts verdicts, Stored stored) {
        this.verdicts = verdicts;
        this.stored = stored;
    }

    /** After it was seen that all of them belong to the caller's region. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request, RestOperationTypeEnum type) {
        boolean entries = type == RestOperationTypeEnum.TRANSACTION || type == RestOperationTypeEnum.BATCH;
        if (entries && request.getResource() instanceof Bundle bundle) {
            verdicts.asker(request).ifPresent(asker -> check(asker, request, bundle, true));
        }
    }

    /** @param regionIsLookedAt whether all that the Bundle writes is known to be of the caller's region, or new */
    void check(Asker asker, RequestDetails request, Bundle bundle, boolean regionIsLookedAt) {
        for (BundleEntryComponent entry : bundle.getEntry()) {
            String url = entry.getRequest().getUrl();
            Matcher name = NAME.matcher(url == null ? "" : url);
            Optional<String> interaction = interaction(entry);
            if (interaction.isPresent() && name.matches() && DataKind.of(name.group(1)) != DataKind.CONFORMANCE) {
                boolean all = regionIsLookedAt && verdicts.seesAllOfRegion(asker, name.group(1), interaction.get());
                if (!all) {
                    stored.last(name.group(1), name.group(2))
                            .ifPresent(last -> require(asker, request, interaction.get(), last));
                }
            }
        }
    }

    private static Optional<String> interaction(BundleEntryComponent entry) {
        return !entry.getRequest().hasMethod()
                ? Optional.empty()
                : switch (entry.getRequest().getMethod()) {
                    case PUT -> Optional.of("update");
                    case PATCH -> Optional.of("patch");
                    case DELETE -> Optional.of("delete");
                    default -> Optional.empty();
                };
    }

    private void require(Asker asker, RequestDetails request, String interaction, Resource last) {
        Decision decision = verdicts.decide(asker, request, interaction, last);
        if (!decision.isAllowed()) {
            Noted.denial(request, decision, last);
            throw Refused.unknown(last.fhirType(), last.getIdElement().getIdPart());
        }
    }
}
