package health.kedja.indicator.scan;

import health.kedja.indicator.Indicator;
import health.kedja.indicator.Stratifier;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.Kind;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntBiFunction;

/** The stratifiers over columns. */
final class StratumValues {

    private static final byte EDUCATION = (byte) Kind.EDUCATION.ordinal();
    private static final byte LISTED = (byte) Kind.LISTED.ordinal();
    private static final int NO_TYPE = ChainType.values().length;

    private final Indicator indicator;
    private final Compiler compiler;
    private final Words words;

    StratumValues(Indicator indicator, Compiler compiler) {
        this.indicator = indicator;
        this.compiler = compiler;
        this.words = compiler.words();
    }

    /**
     * The values of a stratifier.
     *
     * @param sites names of fracture sites that chains use
     */
    StratumValue of(Stratifier stratifier, List<String> sites) {
        return switch (stratifier) {
            case SEX -> coded((person, unit) -> person.part.sex()[person.index]);
            case AGE_GROUP -> new AgeGroups(indicator.ageBands());
            case REGION -> coded(StratumValues::region);
            case MUNICIPALITY ->
                coded((person, unit) -> {
                    int residence = person.residenceOn(unit.day);
                    return residence < 0 ? 0 : person.qualifier[residence];
                });
            case UNIT -> coded(StratumValues::unit);
            case FRACTURE_SITE -> new FractureSites(indicator, compiler, sites);
            case EDUCATION ->
                coded((person, unit) -> {
                    int stated = person.latestOn(EDUCATION, unit.day);
                    return stated < 0 ? 0 : person.code[stated];
                });
            case COUNTRY_OF_BIRTH -> new Birthplaces(words);
            case CHAIN_TYPE ->
                new Simple(
                        StratumValues::chainType,
                        type -> type == NO_TYPE ? Stratifier.UNKNOWN : ChainType.values()[type].name());
            case YEAR -> new Simple((person, unit) -> Days.year(unit.day), year -> String.format("%04d", year));
            case QUARTER ->
                new Simple(
                        (person, unit) -> Days.month(unit.day) / 3,
                        quarter -> String.format("%04d-Q%d", quarter / 4, quarter % 4 + 1));
            case MONTH ->
                new Simple(
                        (person, unit) -> Days.month(unit.day),
                        month -> String.format("%04d-%02d", month / 12, month % 12 + 1));
        };
    }

    static int region(Person person, Unit unit) {
        int residence = person.residenceOn(unit.day);
        return residence < 0 ? 0 : person.code[residence];
    }

    /** The unit of the contact of the index; where there is no index event, where the person is listed. */
    private static int unit(Person person, Unit unit) {
        if (unit.event < 0) {
            int listed = person.latestOn(LISTED, unit.day);
            return listed < 0 ? 0 : person.qualifier[listed];
        }
        int contact = person.contactOf(unit.event);
        return contact < 0 ? 0 : person.qualifier[contact];
    }

    private static int chainType(Person person, Unit unit) {
        int chain = unit.chain;
        for (int i = person.chains.firstChain()[person.index];
                chain < 0 && i < person.chains.firstChain()[person.index + 1];
                i++) {
            chain = person.chains.day()[i] == unit.day ? i : chain;
        }
        return chain < 0 ? NO_TYPE : person.chains.type()[chain].ordinal();
    }

    private StratumValue coded(ToIntBiFunction<Person, Unit> number) {
        return new Simple(number, value -> {
            String word = words.word(value);
            return word == null ? Stratifier.UNKNOWN : word;
        });
    }

    private record Simple(ToIntBiFunction<Person, Unit> number, IntFunction<String> name) implements StratumValue {

        @Override
        public int of(Person person, Unit unit) {
            return number.applyAsInt(person, unit);
        }

        @Override
        public String word(int value) {
            return name.apply(value);
        }
    }
}
