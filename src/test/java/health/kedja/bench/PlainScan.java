package health.kedja.bench;

import health.kedja.indicator.cohort.Cohort;
import health.kedja.indicator.cohort.Dictionary;
import health.kedja.indicator.cohort.Part;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SOS-07 by region, sex and age, written by hand for this one indicator over the same columns: the floor that the
 * engine, which knows nothing before it has read a definition, is measured against. First fracture of a fragility code
 * at a visit in specialised care from 50 years on, none in the ten years before; a bone-specific drug dispensed within
 * twelve months.
 */
final class PlainScan {

    private static final List<String> FRACTURES = List.of(
            "S720", "S721", "S722", "S220", "S221", "S320", "T089", "M485", "M495", "S321", "S323", "S324", "S325",
            "S327", "S328", "S422", "S525", "S526", "M80");
    private static final List<String> DRUGS = List.of(
            "G03XC01", "H05AA02", "M05BA02", "M05BA04", "M05BA07", "M05BA08", "M05BB03", "M05BB05", "M05BX04",
            "M05BX06");
    private static final List<String> VISITS =
            List.of("IMP", "ACUTE", "NONAC", "OBSENC", "AMB", "EMER", "SS", "HH", "VR");
    private static final byte FRACTURE = (byte) Kind.FRACTURE.ordinal();
    private static final byte DISPENSED = (byte) Kind.DRUG_DISPENSED.ordinal();
    private static final byte RESIDENCE = (byte) Kind.RESIDENCE.ordinal();
    private static final int BANDS = 4;
    private static final int SEXES = 3;

    private final Cohort cohort;
    private final String[] words;
    private final boolean[] fractureCode;
    private final boolean[] drugCode;
    private final boolean[] visitCode;
    private final int female;
    private final int first;
    private final int last;
    private final int asOf;

    PlainScan(Cohort cohort, LocalDate first, LocalDate last, LocalDate asOf) {
        this.cohort = cohort;
        this.first = (int) first.toEpochDay();
        this.last = (int) last.toEpochDay();
        this.asOf = (int) asOf.toEpochDay();
        Dictionary dictionary = cohort.dictionary();
        words = new String[dictionary.size()];
        fractureCode = new boolean[words.length];
        drugCode = new boolean[words.length];
        visitCode = new boolean[words.length];
        for (int i = 1; i < words.length; i++) {
            String word = dictionary.word((char) i);
            words[i] = word;
            fractureCode[i] = FRACTURES.stream().anyMatch(word::startsWith);
            drugCode[i] = DRUGS.stream().anyMatch(word::startsWith);
            visitCode[i] = VISITS.contains(word);
        }
        female = Arrays.asList(words).indexOf("female");
    }

    /** Denominator and numerator by {@code region/sex/band}; empty strata are left out. */
    Map<String, List<Long>> counts() {
        long[] all = cohort.parts().parallelStream().map(this::part).reduce(new long[size()], PlainScan::sum);
        Map<String, List<Long>> counts = new TreeMap<>();
        for (int i = 0; i < all.length; i += 2) {
            if (all[i] > 0) {
                int stratum = i / 2;
                String region = words[stratum / SEXES / BANDS];
                String sex = new String[] {"unknown", "female", "male"}[stratum / BANDS % SEXES];
                String band = new String[] {"50-69", "70-79", "80-89", "90+"}[stratum % BANDS];
                counts.put((region == null ? "unknown" : region) + "/" + sex + "/" + band, List.of(all[i], all[i + 1]));
            }
        }
        return counts;
    }

    private int size() {
        return words.length * SEXES * BANDS * 2;
    }

    private static long[] sum(long[] one, long[] other) {
        long[] both = one.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += other[i];
        }
        return both;
    }

    private long[] part(Part part) {
        long[] counts = new long[size()];
        byte[] kind = part.kind();
        int[] day = part.day();
        long fractures = 1L << FRACTURE;
        for (int p = 0; p < part.people(); p++) {
            if ((part.kinds()[p] & fractures) == 0) {
                continue;
            }
            int from = part.firstEvent()[p];
            int end = part.firstEvent()[p + 1];
            for (int e = from; e < end && day[e] <= last; e++) {
                if (kind[e] == FRACTURE && day[e] >= first && isIndex(part, p, from, e)) {
                    count(part, p, from, end, day[e], counts);
                    break;
                }
            }
        }
        return counts;
    }

    private boolean isFracture(Part part, int from, int e) {
        return part.kind()[e] == FRACTURE
                && fractureCode[part.code()[e]]
                && part.contact()[e] >= 0
                && visitCode[part.code()[from + part.contact()[e]]];
    }

    private boolean isIndex(Part part, int person, int from, int e) {
        if (!isFracture(part, from, e) || age(part.birth()[person], part.day()[e]) < 50) {
            return false;
        }
        int washout = (int) LocalDate.ofEpochDay(part.day()[e]).minusYears(10).toEpochDay();
        for (int before = e - 1; before >= from && part.day()[before] > washout; before--) {
            if (part.day()[before] < part.day()[e] && isFracture(part, from, before)) {
                return false;
            }
        }
        return true;
    }

    private void count(Part part, int person, int from, int end, int index, long[] counts) {
        int until = (int) LocalDate.ofEpochDay(index).plusMonths(12).toEpochDay();
        if (until > asOf) {
            return;
        }
        int region = 0;
        boolean treated = false;
        for (int e = from; e < end && part.day()[e] <= until; e++) {
            byte kind = part.kind()[e];
            int to = part.lastDay()[e];
            if (kind == RESIDENCE && part.day()[e] <= index && (to == Part.UNKNOWN || to > asOf || to >= index)) {
                region = part.code()[e];
            } else if (kind == DISPENSED && part.day()[e] >= index && drugCode[part.code()[e]]) {
                treated = true;
            }
        }
        int age = age(part.birth()[person], index);
        int band = age < 70 ? 0 : age < 80 ? 1 : age < 90 ? 2 : 3;
        int sex = part.sex()[person] == 0 ? 0 : part.sex()[person] == female ? 1 : 2;
        int at = ((region * SEXES + sex) * BANDS + band) * 2;
        counts[at]++;
        counts[at + 1] += treated ? 1 : 0;
    }

    private static int age(int birth, int day) {
        return birth == Part.UNKNOWN || birth > day
                ? -1
                : LocalDate.ofEpochDay(birth).until(LocalDate.ofEpochDay(day)).getYears();
    }
}
