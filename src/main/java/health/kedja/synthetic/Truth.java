package health.kedja.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The true value of every indicator, counted from what the generator knows of each person and from the definitions
 * alone; nothing of the code that evaluates indicators is used, so that each can show the other wrong.
 *
 * <p>How the definitions are read, where the source leaves it open (all of this is Kedja's reading):
 * <ul>
 *   <li>Windows include their last day; months are added as {@code java.time} does.
 *   <li>First-time: no such fracture from the day after the same day ten years earlier to the day before. Specialised
 *       care is inpatient care and visits at hospitals; primary care is not in the patient register.
 *   <li>A fracture that begins less than three months after the last day of the previous contact for one is the same,
 *       and so is what follows it in turn.
 *   <li>Days at risk after an index are the days after it, up to death, the day before emigration, the end of data or of
 *       the window; a stay has its first and last day.
 *   <li>Whoever cannot have been followed to the end of the window by the end of data is pending, dead or alive.
 *   <li>A region did not report the times of operations when they are in the record in fewer than half of the months in
 *       which its people came to hospital with a broken hip.
 *   <li>Whoever died within the time, or for whom it was decided, is left out where the definition says so, before anybody
 *       is pending.
 *   <li>Mortality is counted from the last day of the contact, where that is known.
 * </ul>
 */
public final class Truth {

    /** Ids; {@code -K} counts what is given in clinic beside what is dispensed. */
    public static final List<String> INDICATORS = List.of(
            "SOS-01",
            "SOS-03",
            "SOS-04a",
            "SOS-04b",
            "SOS-05",
            "SOS-06a",
            "SOS-06b",
            "SOS-07",
            "SOS-07-K",
            "SOS-08",
            "SOS-08-K",
            "SOS-09",
            "SOS-10",
            "SOS-11",
            "SOS-11-K",
            "SOS-12",
            "SOS-07old",
            "SOS-07old-K",
            "VGR-01",
            "VGR-01-R",
            "Os01",
            "Os02",
            "Os03",
            "Os03-K",
            "Os04",
            "RH-24",
            "RH-48",
            "CHAIN-identification",
            "CHAIN-identification-TIME",
            "CHAIN-risk-assessment",
            "CHAIN-risk-assessment-TIME",
            "CHAIN-bone-density",
            "CHAIN-bone-density-TIME",
            "CHAIN-laboratory",
            "CHAIN-laboratory-TIME",
            "CHAIN-treatment",
            "CHAIN-treatment-TIME",
            "CHAIN-prevention",
            "CHAIN-prevention-TIME",
            "CHAIN-handover",
            "CHAIN-handover-TIME",
            "CHAIN-follow-up-plan",
            "CHAIN-follow-up-plan-TIME",
            "CHAIN-monitoring",
            "CHAIN-monitoring-TIME",
            "CHAIN-adherence",
            "CHAIN-adherence-TIME",
            "IOF-3",
            "IOF-4",
            "IOF-5",
            "IOF-6",
            "IOF-7",
            "IOF-8",
            "IOF-9",
            "IOF-10",
            "RCP-3",
            "RCP-4",
            "RCP-5",
            "RCP-6",
            "RCP-7",
            "RCP-8",
            "RCP-9",
            "RCP-10",
            "RCP-11");

    /** Those that need the times of operations. */
    static final Set<String> OF_SURGERY_TIMES = Set.of("SOS-04a", "SOS-04b", "RH-24", "RH-48");

    private Truth() {}

    /**
     * The true values of a year.
     *
     * @param people everybody; the stream may be parallel
     * @param year year of the index
     * @param endOfData nothing later is seen
     * @return by indicator id
     */
    public static Map<String, TrueCounts> of(Stream<SyntheticPerson> people, int year, LocalDate endOfData) {
        Asked asked = Asked.ofYear(year, endOfData);
        Tally tally = people.collect(Tally::new, (sum, person) -> add(person, asked, sum), Tally::addAll);
        return tally.result();
    }

    /** Adds what one person counts for. */
    static void add(SyntheticPerson person, Asked asked, Tally tally) {
        Known known = new Known(person, asked, tally);
        if (!known.fractures.isEmpty()) {
            new FractureTruth(known).count();
            new AfterFractureTruth(known).count();
            new SurgeryTruth(known).count();
            new ChainTruth(known).count();
            new SentinelTruth(known).count();
        }
        new CareHomeTruth(known).count();
        new PrimaryCareTruth(known).count();
        new DrugShareTruth(known).count();
    }

    /**
     * What is asked.
     *
     * @param from first day of the index
     * @param to last day of the index
     * @param endOfData nothing later is seen
     */
    record Asked(LocalDate from, LocalDate to, LocalDate endOfData) {

        static Asked ofYear(int year, LocalDate endOfData) {
            return new Asked(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), endOfData);
        }

        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to) && !day.isAfter(endOfData);
        }
    }
}
