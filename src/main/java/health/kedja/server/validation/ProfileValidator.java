package health.kedja.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import java.time.Duration;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain.CacheConfiguration;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/** Sets up HAPI's validator with the base specification and Kedja's own profiles and terminology. */
final class ProfileValidator {

    private ProfileValidator() {}

    static FhirValidator create(FhirContext context, Iterable<Resource> conformanceResources) {
        PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(context);
        conformanceResources.forEach(own::addResource);
        // Without this, a code from a system that is not loaded (LOINC, ATC, ICD) would make good data an error.
        UnknownCodeSystemWarningValidationSupport unknownSystems =
                new UnknownCodeSystemWarningValidationSupport(context);
        unknownSystems.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        // Nothing in the chain changes while the server runs, so what was found once stays true.
        ValidationSupportChain chain = new ValidationSupportChain(
                CacheConfiguration.defaultValues().setCacheTimeout(Duration.ofDays(365)),
                new DefaultProfileValidationSupport(context),
                own,
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                unknownSystems);
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        module.setAnyExtensionsAllowed(true);
        // A resource may also claim national profiles that are not loaded here.
        module.setErrorForUnknownProfiles(false);
        module.setNoExtensibleWarnings(true);
        module.setAssumeValidRestReferences(true);
        FhirValidator validator = context.newValidator();
        validator.registerValidatorModule(module);
        return validator;
    }
}
