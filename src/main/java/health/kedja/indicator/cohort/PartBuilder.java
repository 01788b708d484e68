package health.kedja.indicator.cohort;

import health.kedja.pathway.Event;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills a {@link Part}, person by person. Not safe to share between threads. */
public final class PartBuilder {

    private final Dictionary dictionary;
    private final List<String> ids = new ArrayList<>();
    private int[] birth = new int[64];
    private int[] death = new int[64];
    private char[] sex = new char[64];
    private char[] countryOfBirth = new char[64];
    private long[] kinds = new long[64];
    private int[] firstEvent = new int[65];
    private int events;
    private byte[] kind = new byte[1024];
    private int[] day = new int[1024];
    private int[] lastDay = new int[1024];
    private char[] code = new char[1024];
    private char[] qualifier = new char[1024];
    private float[] value = new float[1024];
    private short[] contact = new short[1024];
    private byte[] flags = new byte[1024];

    public PartBuilder(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** People so far. */
    public int people() {
        return ids.size();
    }

    /**
     * Adds a person.
     *
     * @param id logical id, not yet in the part
     * @param history everything known of the person; scanners and what was not understood are left out, and a cause
     *     that is named by its Condition has the code of that
     */
    public void add(String id, History history) {
        int person = ids.size();
        if (person == birth.length) {
            growPeople();
        }
        ids.add(id);
        birth[person] = Part.UNKNOWN;
        death[person] = Part.UNKNOWN;
        int first = events;
        Map<String, Short> contacts = new HashMap<>();
        Set<String> mainDiagnoses = new HashSet<>();
        List<Event> kept = new ArrayList<>(history.events().size());
        for (Event event : NamedCauses.resolved(history.events())) {
            switch (event.kind()) {
                case BIRTH -> birth[person] = epochDay(event.day());
                case DEATH -> death[person] = event.day() == null ? Part.DEAD : epochDay(event.day());
                case SEX -> sex[person] = dictionary.number(event.code());
                case COUNTRY_OF_BIRTH -> countryOfBirth[person] = dictionary.number(event.code());
                case MAIN_DIAGNOSIS -> mainDiagnoses.add(event.qualifier());
                case SCANNER, NOT_UNDERSTOOD -> {}
                default -> {
                    if (event.kind() == Kind.ENCOUNTER) {
                        contacts.put(event.source(), (short) kept.size());
                    }
                    kept.add(event);
                }
            }
        }
        for (Event event : kept) {
            kinds[person] |= 1L << event.kind().ordinal();
            append(event, contacts, mainDiagnoses);
        }
        if (events - first > Short.MAX_VALUE) {
            throw new IllegalStateException("A patient has more than " + Short.MAX_VALUE + " events");
        }
        firstEvent[person + 1] = events;
    }

    /** The people so far; the builder is not to be used afterwards. */
    public Part build() {
        int people = ids.size();
        return new Part(
                ids.toArray(String[]::new),
                Arrays.copyOf(birth, people),
                Arrays.copyOf(death, people),
                Arrays.copyOf(sex, people),
                Arrays.copyOf(countryOfBirth, people),
                Arrays.copyOf(kinds, people),
                Arrays.copyOf(firstEvent, people + 1),
                Arrays.copyOf(kind, events),
                Arrays.copyOf(day, events),
                Arrays.copyOf(lastDay, events),
                Arrays.copyOf(code, events),
                Arrays.copyOf(qualifier, events),
                Arrays.copyOf(value, events),
                Arrays.copyOf(contact, events),
                Arrays.copyOf(flags, events));
    }

    private void append(Event event, Map<String, Short> contacts, Set<String> mainDiagnoses) {
        if (events == kind.length) {
            growEvents();
        }
        int at = events++;
        kind[at] = (byte) event.kind().ordinal();
        day[at] = epochDay(event.day());
        lastDay[at] = epochDay(event.end());
        code[at] = dictionary.number(event.code());
        qualifier[at] = dictionary.number(event.qualifier());
        value[at] = (float) event.value();
        Short own = event.kind() == Kind.ENCOUNTER ? contacts.get(event.source()) : contacts.get(event.encounter());
        contact[at] = own == null ? -1 : own;
        flags[at] = flags(event, mainDiagnoses);
    }

    private static byte flags(Event event, Set<String> mainDiagnoses) {
        int bits = mainDiagnoses.contains(event.source()) ? Part.MAIN_DIAGNOSIS : 0;
        if (event.laterality() != null) {
            bits |= switch (event.laterality()) {
                case "left" -> Part.LEFT;
                case "right" -> Part.RIGHT;
                case "bilateral" -> Part.LEFT | Part.RIGHT;
                default -> 0;
            };
        }
        return (byte) bits;
    }

    private static int epochDay(LocalDate date) {
        return date == null ? Part.UNKNOWN : Math.toIntExact(date.toEpochDay());
    }

    private void growPeople() {
        int size = birth.length * 2;
        birth = Arrays.copyOf(birth, size);
        death = Arrays.copyOf(death, size);
        sex = Arrays.copyOf(sex, size);
        countryOfBirth = Arrays.copyOf(countryOfBirth, size);
        kinds = Arrays.copyOf(kinds, size);
        firstEvent = Arrays.copyOf(firstEvent, size + 1);
    }

    private void growEvents() {
        int size = kind.length * 2;
        kind = Arrays.copyOf(kind, size);
        day = Arrays.copyOf(day, size);
        lastDay = Arrays.copyOf(lastDay, size);
        code = Arrays.copyOf(code, size);
        qualifier = Arrays.copyOf(qualifier, size);
        value = Arrays.copyOf(value, size);
        contact = Arrays.copyOf(contact, size);
        flags = Arrays.copyOf(flags, size);
    }
}
