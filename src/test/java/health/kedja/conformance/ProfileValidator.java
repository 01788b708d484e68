package health.kedja.conformance;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** A FHIR validator that knows R4 and what Kedja publishes, and no terminology beyond it. */
final class ProfileValidator {

    static final ProfileValidator INSTANCE = new ProfileValidator();

    private final FhirValidator validator;

    private ProfileValidator() {
        PrePopulatedValidationSupport kedja = new PrePopulatedValidationSupport(Published.R4);
        Published.definitions().forEach(kedja::addResource);
        // LOINC, ATC, NPU and the like are not in the chain: their codes are a warning, not an error.
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(Published.R4);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(Published.R4),
                kedja,
                new CommonCodeSystemsTerminologyService(Published.R4),
                new InMemoryTerminologyServerValidationSupport(Published.R4),
                unknown);
        FhirInstanceValidator instances = new FhirInstanceValidator(chain);
        instances.setErrorForUnknownProfiles(true);
        validator = Published.R4.newValidator().registerValidatorModule(instances);
    }

    List<SingleValidationMessage> messages(String json) {
        return validator.validateWithResult(json).getMessages();
    }

    List<SingleValidationMessage> errors(String json) {
        return messages(json).stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .toList();
    }

    List<SingleValidationMessage> warnings(String json) {
        return messages(json).stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.WARNING)
                .toList();
    }
}
