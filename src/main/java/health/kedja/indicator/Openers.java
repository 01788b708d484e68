package health.kedja.indicator;

import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.EntryRules;
import health.kedja.pathway.Kind;

/**
 * Tells, without looking at the rest of a history, of whom no fracture can have opened a chain that is asked for: most
 * people who ever broke a bone. Of the others the entry rules decide.
 */
final class Openers {

    private static final byte FRACTURE = (byte) Kind.FRACTURE.ordinal();
    /** So many years have at least so many days each. */
    private static final int DAYS_OF_YEAR = 365;

    private final ChainNeed need;
    private final int youngestDays;
    private final boolean[] opens;
    private final boolean[] opensAtAnyAge;

    Openers(EntryRules rules, Dictionary dictionary, ChainNeed need) {
        this.need = need;
        youngestDays = rules.minimumAgeYears() * DAYS_OF_YEAR;
        opens = new boolean[dictionary.size()];
        opensAtAnyAge = new boolean[opens.length];
        for (int number = 0; number < opens.length; number++) {
            String code = dictionary.word((char) number);
            opens[number] = rules.canOpenChain(code, false);
            opensAtAnyAge[number] = rules.canOpenChain(code, true);
        }
    }

    /** Whether any fracture of the person may have opened a chain that is asked for. */
    boolean mayHave(Part part, int person) {
        if (need.people().isPresent() && !need.people().get().contains(part.ids()[person])) {
            return false;
        }
        int birth = part.birth()[person];
        for (int event = part.firstEvent()[person]; event < part.firstEvent()[person + 1]; event++) {
            int day = part.day()[event];
            if (part.kind()[event] == FRACTURE
                    && need.wants(day)
                    && opens[part.code()[event]]
                    && (opensAtAnyAge[part.code()[event]]
                            || birth != Part.UNKNOWN && day - (long) birth >= youngestDays)) {
                return true;
            }
        }
        return false;
    }
}
