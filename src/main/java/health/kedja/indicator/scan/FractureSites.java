package health.kedja.indicator.scan;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.Stratifier;
import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The site of the index fracture: as recorded beside the code, or that of the code list {@code fracture-<site>} of the
 * indicator in which the code is; of a chain, the site of the guideline.
 */
final class FractureSites implements StratumValue {

    private static final String PREFIX = "fracture-";
    private static final byte FRACTURE = (byte) Kind.FRACTURE.ordinal();
    private static final byte SURGERY = (byte) Kind.HIP_FRACTURE_SURGERY.ordinal();
    private static final int UNKNOWN = 0;

    private final Words words;
    /** Names that are no words of the dictionary; their value is above those of the dictionary. */
    private final List<String> names = new ArrayList<>();

    private final List<String> listed = new ArrayList<>();
    private final List<CodeSet> codes = new ArrayList<>();

    FractureSites(Indicator indicator, Compiler compiler, List<String> chainSites) {
        words = compiler.words();
        for (String list : new TreeSet<>(indicator.codeLists().keySet())) {
            if (list.startsWith(PREFIX)) {
                listed.add(list.substring(PREFIX.length()));
                codes.add(compiler.codes(List.of(list)));
            }
        }
        names.addAll(listed);
        names.addAll(chainSites);
        names.add("hip");
    }

    @Override
    public int of(Person person, Unit unit) {
        if (unit.chain >= 0) {
            return numberOf(person.chains.site()[unit.chain]);
        }
        if (unit.event < 0) {
            return UNKNOWN;
        }
        if (person.kind[unit.event] == SURGERY) {
            return numberOf("hip");
        }
        if (person.kind[unit.event] == FRACTURE && person.qualifier[unit.event] != 0) {
            return numberOf(words.word(person.qualifier[unit.event]));
        }
        char code = person.code[unit.event];
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).has(code)) {
                return numberOf(listed.get(i));
            }
        }
        return UNKNOWN;
    }

    /** The first place of the name; of a word that no list names, its number in the dictionary. */
    private int numberOf(String name) {
        int known = names.indexOf(name);
        if (known >= 0) {
            return words.size() + known;
        }
        return name == null ? UNKNOWN : words.numberOf(name);
    }

    @Override
    public String word(int value) {
        if (value == UNKNOWN) {
            return Stratifier.UNKNOWN;
        }
        return value < words.size() ? words.word(value) : names.get(value - words.size());
    }
}
