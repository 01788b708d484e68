package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;

/**
 * Refuses tags, security labels and profiles that are longer than the storage's columns for them. HAPI would leave them
 * out without a word, and fail on the next version of the resource.
 */
@Interceptor
public final class MetaLengths {

    private static final int LONGEST = 200;

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        check(((Resource) resource).getMeta());
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        check(((Resource) after).getMeta());
    }

    private static void check(Meta meta) {
        check("meta.tag", meta.getTag());
        check("meta.security", meta.getSecurity());
        for (CanonicalType profile : meta.getProfile()) {
            check("meta.profile", profile.getValue());
        }
    }

    private static void check(String element, List<Coding> codings) {
        for (Coding coding : codings) {
            check(element + ".system", coding.getSystem());
            check(element + ".code", coding.getCode());
        }
    }

    private static void check(String element, String text) {
        if (text != null && text.length() > LONGEST) {
            throw RefusedRequest.of(element, "must have at most " + LONGEST + " characters", text);
        }
    }
}
