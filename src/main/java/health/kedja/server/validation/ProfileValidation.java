package health.kedja.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.Kind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** Validates a resource against the profiles of Kedja that it claims or that its codes put it under. */
public final class ProfileValidation {

    private final FhirValidator validator;
    private final ResourceEvents resourceEvents;
    private final IssueText issueText;
    private CompletableFuture<Void> warm;

    /**
     * Sets up the validator; it reads the specification when it is first used, or when it is {@linkplain #warmUp warmed
     * up}.
     *
     * @param conformanceResources Kedja's profiles and terminology
     */
    public static ProfileValidation create(
            FhirContext context, Iterable<Resource> conformanceResources, ResourceEvents resourceEvents) {
        return new ProfileValidation(context, ProfileValidator.create(context, conformanceResources), resourceEvents);
    }

    private ProfileValidation(FhirContext context, FhirValidator validator, ResourceEvents resourceEvents) {
        this.validator = validator;
        this.resourceEvents = resourceEvents;
        this.issueText = new IssueText(context);
    }

    /**
     * Begins to validate one resource of each kind that is checked on write, on a thread of its own, so that the first
     * client does not wait for the specification to be read. The start has other things to do meanwhile.
     */
    public void warmUp() {
        if (warm == null) {
            warm = CompletableFuture.runAsync(this::validateExamples);
        }
    }

    /** Returns when the warm-up is done; at once if none was begun. */
    public void awaitWarm() {
        if (warm != null) {
            warm.join();
        }
    }

    private void validateExamples() {
        for (Resource example : WarmUpExamples.all()) {
            ValidationOptions options = new ValidationOptions();
            OwnProfiles.of(example, resourceEvents.kinds(example)).forEach(options::addProfile);
            validator.validateWithResult(example, options);
        }
    }

    /**
     * Checks a resource.
     *
     * @throws UnprocessableEntityException with an OperationOutcome that names each element, rule and value
     */
    public void check(Resource resource) {
        Set<Kind> kinds = resourceEvents.kinds(resource);
        Set<String> profiles = OwnProfiles.of(resource, kinds);
        if (profiles.isEmpty()) {
            return;
        }
        ValidationOptions options = new ValidationOptions();
        profiles.forEach(options::addProfile);
        List<SingleValidationMessage> errors = messages(resource, options).stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .distinct()
                .toList();
        if (!errors.isEmpty()) {
            throw refused(resource, errors);
        }
    }

    private List<SingleValidationMessage> messages(Resource resource, ValidationOptions options) {
        try {
            return validator.validateWithResult(resource, options).getMessages();
        } catch (IndexOutOfBoundsException e) {
            // The validator takes references apart without asking whether they are any.
            SingleValidationMessage message = new SingleValidationMessage();
            message.setSeverity(ResultSeverityEnum.ERROR);
            message.setLocationString(resource.fhirType());
            message.setMessage("A reference, canonical or profile in it is no URL, or '/' alone; the resource cannot be"
                    + " checked.");
            return List.of(message);
        }
    }

    private UnprocessableEntityException refused(Resource resource, List<SingleValidationMessage> errors) {
        OperationOutcome outcome = new OperationOutcome();
        for (SingleValidationMessage error : errors) {
            OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue();
            issue.setSeverity(OperationOutcome.IssueSeverity.ERROR);
            issue.setCode(OperationOutcome.IssueType.INVALID);
            issue.setDiagnostics(issueText.of(resource, error));
            if (error.getLocationString() != null) {
                issue.addExpression(error.getLocationString());
            }
        }
        String first = outcome.getIssueFirstRep().getDiagnostics();
        return new UnprocessableEntityException(first, outcome);
    }
}
