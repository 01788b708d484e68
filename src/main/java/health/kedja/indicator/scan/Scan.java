package health.kedja.indicator.scan;

import health.kedja.indicator.ChainNeed;
import health.kedja.indicator.ChainSource;
import health.kedja.indicator.Chains;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.Question;
import health.kedja.indicator.Stratifier;
import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.indicator.definition.UnitOfAnalysis;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An indicator asked of a cohort: everything in the numbers of its dictionary, ready to run over its parts. */
public final class Scan {

    private static final int PEOPLE_AT_A_TIME = 8192;

    private final Question question;
    private final Cohort cohort;
    private final List<Stratifier> by;
    private final StratumValue[] values;
    private final Units units;
    private final CodeSet abroad;
    private final Span span;
    private final Map<Part, Chains> chains = new IdentityHashMap<>();

    /**
     * Prepares a scan.
     *
     * @param by stratifiers to count by, which may be more than those asked for
     * @param chainSource chains, for indicators of chains and for their type
     * @throws IllegalArgumentException if the definition and the question do not fit together
     */
    public Scan(Indicator indicator, Question question, Cohort cohort, ChainSource chainSource, List<Stratifier> by) {
        this.question = question;
        this.cohort = cohort;
        this.by = List.copyOf(by);
        this.span = Span.of(question);
        Compiler compiler = new Compiler(wordsOf(cohort.dictionary()), indicator.codeLists());
        abroad = compiler.words().exactly(List.of("abroad"));
        UnitOfAnalysis unit = indicator.population().unit();
        if (unit == UnitOfAnalysis.CHAIN || by.contains(Stratifier.CHAIN_TYPE)) {
            ChainNeed need = ChainNeed.of(question);
            cohort.parts().parallelStream()
                    .map(part -> Map.entry(new Same(part), chainSource.chains(part, cohort.dictionary(), need)))
                    .toList()
                    .forEach(found -> chains.put(found.getKey().part(), found.getValue()));
        }
        StratumValues stratumValues = new StratumValues(indicator, compiler);
        List<String> sites = by.contains(Stratifier.FRACTURE_SITE) ? sites() : List.of();
        values = by.stream()
                .map(stratifier -> stratumValues.of(stratifier, sites))
                .toArray(StratumValue[]::new);
        units = switch (unit) {
            case PERSON, EPISODE, DOSE -> new IndexedUnits(indicator, compiler, span);
            case RESIDENT -> new ResidentUnits(indicator, compiler, span);
            case STAY -> new StayUnits(indicator, compiler, span, monthsOfPiece());
            case CHAIN -> new ChainUnits(indicator, compiler, span);
        };
    }

    private record Same(Part part) {}

    private static Words wordsOf(Dictionary dictionary) {
        return new Words(dictionary);
    }

    private int monthsOfPiece() {
        if (by.contains(Stratifier.MONTH)) {
            return 1;
        }
        return by.contains(Stratifier.QUARTER) ? 3 : 12;
    }

    private List<String> sites() {
        Set<String> sites = new TreeSet<>();
        chains.values().forEach(ofPart -> sites.addAll(List.of(ofPart.site())));
        return List.copyOf(sites);
    }

    /** Counts, by combinations of strata. */
    public List<Leaf> counts() {
        Tally tally = pieces().parallelStream()
                .collect(() -> new Tally(values), (counted, piece) -> piece.run(counted), Tally::plus);
        List<Leaf> leaves = new ArrayList<>();
        for (int node = 0; node < tally.nodes(); node++) {
            if (tally.isUsed(node)) {
                leaves.add(leaf(tally, node));
            }
        }
        return leaves;
    }

    private Leaf leaf(Tally tally, int node) {
        int[] path = tally.path(node);
        List<String> strata = new ArrayList<>(path.length);
        for (int i = 0; i < path.length; i++) {
            strata.add(values[i].word(path[i]));
        }
        return new Leaf(strata, tally.sums(node), tally.valueCounts(node));
    }

    /** Each unit of analysis by itself, in the order of the cohort. */
    public List<Found> units() {
        return pieces().parallelStream()
                .map(piece -> piece.run(new FoundUnits(values)))
                .flatMap(found -> found.units().stream())
                .toList();
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (Part part : cohort.parts()) {
            for (int from = 0; from < part.people(); from += PEOPLE_AT_A_TIME) {
                pieces.add(new Piece(part, from, Math.min(part.people(), from + PEOPLE_AT_A_TIME)));
            }
        }
        return pieces;
    }

    /** Some people of a part. */
    private final class Piece {

        private final Part part;
        private final int from;
        private final int to;

        Piece(Part part, int from, int to) {
            this.part = part;
            this.from = from;
            this.to = to;
        }

        <S extends Sink> S run(S sink) {
            Person person = new Person(Math.toIntExact(question.asOf().toEpochDay()), abroad);
            person.in(part, chains.get(part));
            Unit unit = new Unit();
            long wanted = units.kinds();
            long[] kinds = part.kinds();
            Set<String> people = question.people().orElse(null);
            for (int i = from; i < to; i++) {
                if ((wanted != 0 && (kinds[i] & wanted) == 0) || (people != null && !people.contains(part.ids()[i]))) {
                    continue;
                }
                person.moveTo(i);
                units.of(person, unit, sink);
            }
            return sink;
        }
    }
}
