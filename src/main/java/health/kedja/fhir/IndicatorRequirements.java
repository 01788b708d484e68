package health.kedja.fhir;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Basis;
import health.kedja.indicator.definition.EventTest;
import health.kedja.pathway.Certainty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Enumerations.FHIRAllTypes;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.ParameterDefinition;
import org.hl7.fhir.r4.model.ParameterDefinition.ParameterUse;

/**
 * The module definition that a Measure contains: which types of resource it reads (effective data requirements), and
 * which of its parts no source confirms, as parameters.
 */
final class IndicatorRequirements {

    private static final String ID = "effective-data-requirements";
    private static final String EXTENSION =
            "http://hl7.org/fhir/uv/crmi/StructureDefinition/crmi-effectiveDataRequirements";

    private IndicatorRequirements() {}

    static void add(Measure measure, Indicator indicator) {
        Library module = new Library();
        module.setId(ID);
        module.setName("EffectiveDataRequirements");
        module.setStatus(PublicationStatus.ACTIVE);
        module.getType()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/library-type")
                .setCode("module-definition");
        Set<String> types = new TreeSet<>(Set.of("Patient"));
        EventTests.of(indicator).stream()
                .map(EventTest::kinds)
                .forEach(kinds -> kinds.forEach(kind -> types.add(MeasureCodes.resource(kind))));
        types.forEach(type -> module.addDataRequirement().setType(type));
        unconfirmed(indicator).forEach((name, basis) -> module.addParameter(parameter(name, basis)));
        measure.addContained(module);
        measure.addExtension(EXTENSION, new CanonicalType("#" + ID));
    }

    /** The parts of the definition that no source confirms, by name. */
    static Map<String, Basis> unconfirmed(Indicator indicator) {
        Map<String, Basis> parts = new LinkedHashMap<>();
        parts.put("population", indicator.population().basis());
        indicator.exclusions().forEach(exclusion -> parts.put("exclusion-" + exclusion.code(), exclusion.basis()));
        indicator.exposure().ifPresent(exposure -> parts.put("exposure", exposure.basis()));
        indicator.outcome().ifPresent(outcome -> parts.put("outcome", outcome.basis()));
        indicator.target().ifPresent(target -> parts.put("target", target.basis()));
        indicator.reportedData().forEach(data -> parts.put("reported-data-" + data.name(), data.basis()));
        parts.values().removeIf(basis -> basis.certainty() != Certainty.UNCONFIRMED);
        return parts;
    }

    private static ParameterDefinition parameter(String name, Basis basis) {
        return new ParameterDefinition()
                .setName(name)
                .setUse(ParameterUse.IN)
                .setMin(0)
                .setMax("1")
                .setType(FHIRAllTypes.STRING.toCode())
                .setDocumentation("Not confirmed; set in the definition file. " + basis.source()
                        + (basis.note().isBlank() ? "" : ": " + basis.note()));
    }
}
