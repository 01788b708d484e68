package health.kedja.fhir;

import health.kedja.pathway.ChainType;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PrimitiveType;

/** The type of fracture chain that a unit states. */
public final class ChainTypeOf {

    private static final String EXTENSION = Systems.PROFILE + "kedja-chain-type";

    private ChainTypeOf() {}

    /** The type; empty when the unit states none, or one that is not known. */
    public static Optional<ChainType> unit(Organization unit) {
        Extension extension = unit.getExtensionByUrl(EXTENSION);
        if (extension == null || !(extension.getValue() instanceof PrimitiveType<?> code)) {
            return Optional.empty();
        }
        return switch (String.valueOf(code.getValueAsString())) {
            case "A" -> Optional.of(ChainType.A);
            case "B" -> Optional.of(ChainType.B);
            case "C" -> Optional.of(ChainType.C);
            default -> Optional.empty();
        };
    }
}
