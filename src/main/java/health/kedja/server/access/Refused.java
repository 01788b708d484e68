package health.kedja.server.access;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.kedja.access.Decision.Reason;
import health.kedja.access.Extent;
import health.kedja.access.Role;
import health.kedja.access.Rule;
import health.kedja.access.Scope;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** The answers of access control. What a caller may not see is answered as what is not there. */
final class Refused {

    private Refused() {}

    /** 403: the interaction as such is not granted; says which scope or role is needed. */
    static ForbiddenOperationException general(
            Reason reason, Optional<Rule> rule, Optional<String> type, String interaction) {
        String what = type.map(
                        name -> interaction.startsWith("$") ? name + "/" + interaction : interaction + " of " + name)
                .orElse(interaction);
        String problem = switch (reason) {
            case SCOPE ->
                "The token has no scope for " + what + ". It needs one such as user/" + type.orElse("*") + "."
                        + letters(rule.orElseThrow()) + ".";
            case ROLE ->
                "No role of yours allows " + what + ". "
                        + (roles(rule.orElseThrow()).isEmpty()
                                ? "No role allows it."
                                : "It needs one of: " + roles(rule.orElseThrow()) + ".");
            default -> what + " is not offered where access is controlled.";
        };
        return forbidden(problem);
    }

    private static String letters(Rule rule) {
        return Scope.parse("user/*.cruds").orElseThrow().interactions().equals(rule.scopes())
                ? "cruds"
                : Stream.of(Scope.Interaction.values())
                        .filter(rule.scopes()::contains)
                        .map(interaction -> interaction.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining());
    }

    private static String roles(Rule rule) {
        return Stream.of(Role.values())
                .filter(role -> rule.extent(role) != Extent.NO)
                .map(role -> rule.extent(role) == Extent.SERVER ? role.token() + " of the whole server" : role.token())
                .collect(Collectors.joining(", "));
    }

    /** 403 with a reason of its own. */
    static ForbiddenOperationException forbidden(String problem) {
        return new ForbiddenOperationException(problem, outcome(IssueType.FORBIDDEN, problem));
    }

    /** 404, in the words in which HAPI says that it does not know an id. */
    static ResourceNotFoundException unknown(String type, String id) {
        return unknown("HAPI-2001: Resource " + type + "/" + id + " is not known");
    }

    /** 404 in other words. */
    static ResourceNotFoundException unknown(String problem) {
        return new ResourceNotFoundException(problem, outcome(IssueType.PROCESSING, problem));
    }

    /** 403: whoever is in no region has nothing, and stores nothing. */
    static ForbiddenOperationException withoutRegion() {
        return forbidden("What you store must belong to a region, and your organizations are in none. Store the"
                + " Organizations first, or name them in partOf or managingOrganization.");
    }

    /** 400, in the words in which HAPI says that a reference leads nowhere. */
    static InvalidRequestException unknownReference(String target) {
        return new InvalidRequestException("HAPI-1094: Resource " + target + " not found");
    }

    /** HAPI names the expression of a search parameter, by which its words would be told from ours. */
    static String withoutPath(String message) {
        return message.replaceFirst("(?s)(HAPI-1094: Resource \\S+ not found), specified in path: .*", "$1");
    }

    /** 422. */
    static BaseServerResponseException unprocessable(String problem) {
        return new UnprocessableEntityException(problem, outcome(IssueType.BUSINESSRULE, problem));
    }

    static OperationOutcome outcome(IssueType type, String problem) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(problem);
        return outcome;
    }
}
