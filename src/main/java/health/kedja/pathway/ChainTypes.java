package health.kedja.pathway;

import java.util.EnumMap;
import java.util.Map;

/**
 * The types of chain, and the one that counts for a unit that states none.
 *
 * @param defaultType the type of a chain whose unit is not known or states none
 * @param defaultTypeRule the rule for that type
 * @param types what each type hands over
 */
public record ChainTypes(ChainType defaultType, Rule defaultTypeRule, Map<ChainType, ChainTypeRule> types) {

    public ChainTypes {
        types = new EnumMap<>(types);
        for (ChainType type : ChainType.values()) {
            if (!types.containsKey(type)) {
                throw new IllegalArgumentException("chain-types lacks type '" + type + "'");
            }
        }
    }

    ChainTypeRule of(ChainType type) {
        return types.get(type);
    }

    /** The types; a copy. */
    @Override
    public Map<ChainType, ChainTypeRule> types() {
        return new EnumMap<>(types);
    }
}
