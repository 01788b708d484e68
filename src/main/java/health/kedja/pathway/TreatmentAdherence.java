package health.kedja.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * How much of a time on treatment was covered by any drug of a class, or by any bone-specific drug: one figure over a
 * switch, where each course has its own.
 *
 * <p>A time on treatment is made of courses that took over from each other, or that overlap or touch. It begins with
 * the first of them and ends with the last, so that days without any drug between two of them are days that are not
 * covered; after a stop longer than the guideline allows, the next course begins a new time. What is left of a drug
 * counts after a switch to another of those that are counted: an infusion works on, whatever is taken after it. It does
 * not count after a decision against the drug. Calcium and vitamin D are left out, and so are prescriptions.
 *
 * <p>The measure is the proportion of days covered by at least one drug of a group, as studies of pharmacy records use
 * it. There is no possession ratio beside it: days of supply of two drugs are not days of one treatment. Where a time
 * begins and ends, and that left over supply counts after a switch, is Kedja's own.
 *
 * @param drugClass class of the drugs that are counted, such as {@code oral-bisphosphonate}; null for any drug
 * @param drugs names in the guideline, each once, in the order in which they were begun
 * @param start first day of the time
 * @param lastDay last day that is counted: the day asked for, or the last day of a treatment that ended
 * @param whole over the whole time
 * @param lastYear over the last 365 days of the time, or the whole of a shorter one
 * @param evidence the resources that the courses are made of
 * @param rule of the guideline, on courses of treatment
 */
public record TreatmentAdherence(
        String drugClass,
        List<String> drugs,
        LocalDate start,
        LocalDate lastDay,
        CoveredDays whole,
        CoveredDays lastYear,
        List<String> evidence,
        Rule rule) {

    public TreatmentAdherence {
        drugs = List.copyOf(drugs);
        evidence = List.copyOf(evidence);
    }
}
