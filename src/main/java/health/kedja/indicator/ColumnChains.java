package health.kedja.indicator;

import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.ChainType;
import health.kedja.pathway.Event;
import health.kedja.pathway.FractureChain;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import health.kedja.pathway.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The chains of a guideline, worked out from the columns of a part as far as they are asked for, and kept for as long as
 * the part is: all indicators of a question share them.
 *
 * <p>Columns do not hold which resource an event comes from, nor the device of a measurement: a cause that a fracture
 * names only by reference, and what is said only of the scanner, make no difference here.
 */
public final class ColumnChains implements ChainSource {

    private static final int NEEDS_KEPT = 4;
    private static final Kind[] KINDS = Kind.values();

    private final Guideline guideline;
    private final Map<String, ChainType> units;
    private final Map<Part, Map<ChainNeed, Chains>> kept = new WeakHashMap<>();

    /**
     * Chains of a guideline.
     *
     * @param units the type of each unit that states one, by its resource, such as {@code Organization/7}
     */
    public ColumnChains(Guideline guideline, Map<String, ChainType> units) {
        this.guideline = guideline;
        this.units = Map.copyOf(units);
    }

    @Override
    public Chains chains(Part part, Dictionary dictionary, ChainNeed need) {
        Map<ChainNeed, Chains> ofPart;
        synchronized (kept) {
            ofPart = kept.computeIfAbsent(part, unknown -> new LinkedHashMap<>());
        }
        synchronized (ofPart) {
            for (Map.Entry<ChainNeed, Chains> known : ofPart.entrySet()) {
                if (known.getKey().covers(need)) {
                    return known.getValue();
                }
            }
            if (ofPart.size() == NEEDS_KEPT) {
                ofPart.remove(ofPart.keySet().iterator().next());
            }
            Chains chains = new Columns(part, dictionary).evaluate(need);
            ofPart.put(need, chains);
            return chains;
        }
    }

    /** Evaluates person after person. */
    private final class Columns {

        private final Part part;
        private final Dictionary dictionary;
        private final int[] firstChain;
        private final List<FractureChain> chains = new ArrayList<>();
        private final List<Integer> events = new ArrayList<>();

        Columns(Part part, Dictionary dictionary) {
            this.part = part;
            this.dictionary = dictionary;
            this.firstChain = new int[part.people() + 1];
        }

        Chains evaluate(ChainNeed need) {
            Openers openers = new Openers(guideline.entry(), dictionary, need);
            long fracture = 1L << Kind.FRACTURE.ordinal();
            for (int person = 0; person < part.people(); person++) {
                if ((part.kinds()[person] & fracture) != 0 && openers.mayHave(part, person)) {
                    person(person, need.asOf());
                }
                firstChain[person + 1] = chains.size();
            }
            return columns();
        }

        private void person(int person, LocalDate asOf) {
            int first = part.firstEvent()[person];
            for (FractureChain chain : FractureChain.evaluate(history(person), guideline, asOf, units)
                    .chains()) {
                chains.add(chain);
                String source = chain.indexFracture();
                events.add(first + Integer.parseInt(source.substring(source.indexOf('/') + 1)));
            }
        }

        private History history(int person) {
            int first = part.firstEvent()[person];
            int end = part.firstEvent()[person + 1];
            List<Event> history = new ArrayList<>(end - first + 2);
            int birth = part.birth()[person];
            if (birth != Part.UNKNOWN) {
                history.add(Event.of(Kind.BIRTH, LocalDate.ofEpochDay(birth), "Patient/0"));
            }
            int death = part.death()[person];
            if (death != Part.UNKNOWN) {
                history.add(Event.of(Kind.DEATH, death == Part.DEAD ? null : LocalDate.ofEpochDay(death), "Patient/0"));
            }
            for (int event = first; event < end; event++) {
                history.add(event(event, first));
            }
            return History.of(history);
        }

        private Event event(int event, int first) {
            Kind kind = KINDS[part.kind()[event]];
            return new Event(
                    kind,
                    day(part.day()[event]),
                    day(part.lastDay()[event]),
                    dictionary.word(part.code()[event]),
                    dictionary.word(part.qualifier()[event]),
                    laterality(part.flags()[event]),
                    part.value()[event],
                    (kind == Kind.ENCOUNTER ? "Encounter/" : "Event/") + sourceOf(event, first),
                    part.contact()[event] < 0 ? null : "Encounter/" + part.contact()[event]);
        }

        /** A diagnosis with several codes is several events; beside each other they are one resource again. */
        private int sourceOf(int event, int first) {
            int same = event;
            while (same > first && isSameFracture(same - 1, event)) {
                same--;
            }
            return same - first;
        }

        private boolean isSameFracture(int one, int other) {
            byte fracture = (byte) Kind.FRACTURE.ordinal();
            return part.kind()[one] == fracture
                    && part.kind()[other] == fracture
                    && part.day()[one] == part.day()[other]
                    && part.contact()[one] == part.contact()[other]
                    && part.contact()[one] >= 0
                    && part.flags()[one] == part.flags()[other]
                    && part.qualifier()[one] == part.qualifier()[other];
        }

        private static LocalDate day(int day) {
            return day == Part.UNKNOWN ? null : LocalDate.ofEpochDay(day);
        }

        private static String laterality(byte flags) {
            return switch (flags & (Part.LEFT | Part.RIGHT)) {
                case Part.LEFT -> "left";
                case Part.RIGHT -> "right";
                case Part.LEFT | Part.RIGHT -> "bilateral";
                default -> null;
            };
        }

        private Chains columns() {
            int size = chains.size();
            int[] day = new int[size];
            String[] site = new String[size];
            ChainType[] type = new ChainType[size];
            byte[] status = new byte[size * Chains.STEPS];
            int[] due = new int[size * Chains.STEPS];
            int[] done = new int[size * Chains.STEPS];
            Arrays.fill(due, Chains.NO_DAY);
            Arrays.fill(done, Chains.NO_DAY);
            for (int chain = 0; chain < size; chain++) {
                day[chain] = (int) chains.get(chain).fractureDate().toEpochDay();
                site[chain] = chains.get(chain).site();
                type[chain] = chains.get(chain).type();
                for (Step step : chains.get(chain).steps()) {
                    int at = chain * Chains.STEPS + step.code().ordinal();
                    status[at] = (byte) step.status().ordinal();
                    due[at] = step.due() == null
                            ? Chains.NO_DAY
                            : (int) step.due().toEpochDay();
                    done[at] = step.done() == null
                            ? Chains.NO_DAY
                            : (int) step.done().toEpochDay();
                }
            }
            int[] index = events.stream().mapToInt(Integer::intValue).toArray();
            return new Chains(firstChain, day, index, site, type, status, due, done);
        }
    }
}
