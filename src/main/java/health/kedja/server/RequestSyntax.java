package health.kedja.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.DateUtils;
import ca.uhn.fhir.util.UrlUtil;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Refuses headers and Bundle entries that cannot be read, before they are acted on. */
@Interceptor
public final class RequestSyntax {

    private static final Pattern ETAG = Pattern.compile("(W/)?\"?[0-9]{1,18}\"?");
    /** Parameters that say how results look, and not which they are. */
    private static final Set<String> NO_CRITERIA = Set.of(
            "_format",
            "_pretty",
            "_summary",
            "_elements",
            "_count",
            "_offset",
            "_total",
            "_sort",
            "_include",
            "_revinclude",
            "_contained",
            "_containedType",
            "_expunge",
            "_cascade");

    private static final Pattern LIMITS = Pattern.compile("(?i)max-results=(?![0-9]{1,9}\\b)");

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void check(RequestDetails request) {
        String expected = request.getHeader(Constants.HEADER_IF_MATCH);
        if (expected != null) {
            checkVersion(Constants.HEADER_IF_MATCH, expected);
        }
        String since = request.getHeader(Constants.HEADER_IF_MODIFIED_SINCE);
        if (since != null && DateUtils.parseDate(since) == null) {
            throw RefusedRequest.of(Constants.HEADER_IF_MODIFIED_SINCE, "must be a date as HTTP writes it", since);
        }
        List<String> directives = request.getHeaders(Constants.HEADER_CACHE_CONTROL);
        for (String directive : directives == null ? List.<String>of() : directives) {
            if (LIMITS.matcher(directive).find()) {
                throw RefusedRequest.of(
                        Constants.HEADER_CACHE_CONTROL, "must give max-results as a whole number", directive);
            }
        }
        for (String offset : request.getParameters().getOrDefault(Constants.PARAM_OFFSET, new String[0])) {
            if (offset.trim().startsWith("-")) {
                throw RefusedRequest.of(Constants.PARAM_OFFSET, "must not be negative", offset);
            }
        }
        boolean deletesMatches = request.getRequestType() == RequestTypeEnum.DELETE
                && request.getId() == null
                && request.getOperation() == null
                && !request.getParameters().isEmpty();
        if (deletesMatches && !hasCriterion(request.getParameters().keySet())) {
            throw withoutCriterion("The address");
        }
        if (request.getRequestType() == RequestTypeEnum.PATCH && request.loadRequestContents().length == 0) {
            throw RefusedRequest.of(IssueType.REQUIRED, "A PATCH needs the patch in its body, which is empty.");
        }
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void checkBundle(RequestDetails request) {
        if (!(request.getResource() instanceof Bundle bundle)
                || (bundle.getType() != BundleType.BATCH && bundle.getType() != BundleType.TRANSACTION)) {
            return;
        }
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            check("Bundle.entry[" + i + "].request", bundle.getEntry().get(i));
        }
    }

    private static void check(String place, BundleEntryComponent entry) {
        BundleEntryRequestComponent request = entry.getRequest();
        if (!request.hasMethod()) {
            throw RefusedRequest.of(IssueType.REQUIRED, place + ".method is missing: it says what to do.");
        }
        if (request.hasIfMatch()) {
            checkVersion(place + ".ifMatch", request.getIfMatch());
        }
        try {
            URLDecoder.decode(request.hasUrl() ? request.getUrl() : "", StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RefusedRequest.of(
                    place + ".url", "must have a % only before two hexadecimal digits", request.getUrl());
        }
        if (request.getMethod() == HTTPVerb.DELETE && request.hasUrl()) {
            checkDeletion(place, request.getUrl());
        }
    }

    private static void checkDeletion(String place, String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        boolean byId = path.replaceFirst("^/+", "").replaceFirst("/+$", "").contains("/");
        if (!byId
                && (query < 0
                        || !hasCriterion(UrlUtil.parseQueryString(url.substring(query + 1))
                                .keySet()))) {
            throw withoutCriterion(place + ".url");
        }
    }

    private static boolean hasCriterion(Set<String> parameters) {
        return parameters.stream()
                .map(name -> name.split(":", 2)[0])
                .anyMatch(name -> !name.isBlank() && !NO_CRITERIA.contains(name));
    }

    /** HAPI would delete all that there is of the type. */
    private static RuntimeException withoutCriterion(String place) {
        return RefusedRequest.of(
                IssueType.REQUIRED,
                place + " does not say what to delete: give an id, or a search parameter such as identifier.");
    }

    private static void checkVersion(String place, String version) {
        if (!ETAG.matcher(version.trim()).matches()) {
            throw RefusedRequest.of(place, "must be the version of a resource, such as W/\"3\"", version);
        }
    }
}
