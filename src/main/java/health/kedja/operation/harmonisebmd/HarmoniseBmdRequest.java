package health.kedja.operation.harmonisebmd;

import health.kedja.operation.BadParameter;
import health.kedja.operation.OperationInput;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import health.kedja.pathway.density.Maker;
import health.kedja.pathway.density.Vertebra;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is asked.
 *
 * @param guideline names formulas, references and rules
 * @param scale a maker on whose scale the BMD is wanted as well, or null
 * @param observations the measurements; empty at instance level
 * @param devices the scanners; empty at instance level
 * @param abnormalVertebrae bone regions of vertebrae that are clearly abnormal
 */
record HarmoniseBmdRequest(
        Guideline guideline,
        Maker scale,
        List<Observation> observations,
        List<Device> devices,
        Set<String> abnormalVertebrae) {

    static final Set<String> ONCE = Set.of("guideline", "scale");
    static final Set<String> OFTEN = Set.of("observation", "device", "abnormalVertebra");

    static HarmoniseBmdRequest parse(OperationInput input, Guidelines guidelines) {
        return new HarmoniseBmdRequest(
                input.text("guideline").map(name -> guideline(name, guidelines)).orElseGet(guidelines::standard),
                input.text("scale").map(HarmoniseBmdRequest::maker).orElse(null),
                all("observation", Observation.class, input),
                all("device", Device.class, input),
                new HashSet<>(input.texts("abnormalVertebra").stream()
                        .map(HarmoniseBmdRequest::vertebra)
                        .toList()));
    }

    private static <T extends Resource> List<T> all(String name, Class<T> type, OperationInput input) {
        return input.resources(name).stream()
                .map(resource -> {
                    if (!type.isInstance(resource)) {
                        throw BadParameter.of(
                                name, "is a " + resource.fhirType() + ", but must be a " + type.getSimpleName() + ".");
                    }
                    return type.cast(resource);
                })
                .toList();
    }

    private static Guideline guideline(String name, Guidelines guidelines) {
        return guidelines
                .find(name)
                .orElseThrow(() -> BadParameter.of(
                        "guideline",
                        "'" + name + "' is not known. Known are "
                                + guidelines.all().stream()
                                        .map(Guideline::id)
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static Maker maker(String token) {
        return Maker.ofToken(token)
                .orElseThrow(() -> BadParameter.of(
                        "scale",
                        "'" + token + "' is no maker with published formulas. Known are "
                                + Stream.of(Maker.values()).map(Maker::token).collect(Collectors.joining(", ")) + "."));
    }

    private static String vertebra(String region) {
        if (!Vertebra.is(region)) {
            throw BadParameter.of(
                    "abnormalVertebra", "'" + region + "' is not one of lumbar-1, lumbar-2, lumbar-3 and lumbar-4.");
        }
        return region;
    }
}
