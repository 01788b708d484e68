package health.kedja.fhir;

import health.kedja.pathway.Adherence;
import health.kedja.pathway.CourseNotice;
import health.kedja.pathway.Treatment;
import health.kedja.pathway.TreatmentAdherence;
import health.kedja.pathway.TreatmentCourse;
import health.kedja.pathway.TreatmentGap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;

/** Courses of treatment as {@code treatmentCourse} parameters; the part names are a contract with clients. */
public final class CourseParameters {

    private static final Map<String, Words> NOTICES = Words.inAllLanguages("course", "kedja-course-notice");

    private final Words notices;
    private final AdherenceText text;

    /**
     * @param reader language of the reader, for the words of notices: Swedish, Danish, else English
     */
    public CourseParameters(Locale reader) {
        this.notices = Words.forReader(NOTICES, reader);
        this.text = new AdherenceText(reader);
    }

    /** Adds a {@code treatmentCourse} for each course, in their order. */
    public void add(Parameters answer, List<TreatmentCourse> courses) {
        for (TreatmentCourse course : courses) {
            add(new Parts(answer.addParameter().setName("treatmentCourse")), course);
        }
    }

    /** Adds the courses, and a {@code treatmentAdherence} for each time on any drug and on each class. */
    public void add(Parameters answer, Treatment treatment) {
        add(answer, treatment.courses());
        for (TreatmentAdherence adherence : treatment.adherence()) {
            add(new Parts(answer.addParameter().setName("treatmentAdherence")), adherence);
        }
    }

    private void add(Parts out, TreatmentAdherence adherence) {
        out.code("scope", adherence.drugClass() == null ? "any-drug" : "class").code("class", adherence.drugClass());
        adherence.drugs().forEach(drug -> out.text("drug", drug));
        out.day("start", adherence.start())
                .day("lastDay", adherence.lastDay())
                .value("days", new IntegerType(adherence.whole().days()))
                .value("coveredDays", new IntegerType(adherence.whole().covered()))
                .value(
                        "proportionOfDaysCovered",
                        new DecimalType(adherence.whole().proportion()))
                .value(
                        "proportionOfDaysCoveredLastYear",
                        new DecimalType(adherence.lastYear().proportion()))
                .text("text", text.of(adherence))
                .evidence(adherence.evidence())
                .text("rule", adherence.rule().id())
                .text("source", adherence.rule().source())
                .code("certainty", adherence.rule().certainty().name().toLowerCase(Locale.ROOT));
    }

    private void add(Parts out, TreatmentCourse course) {
        out.text("drug", course.drug())
                .code("class", course.drugClass())
                .code("status", course.status().token())
                .day("ordered", course.ordered())
                .day("start", course.start())
                .day("classStart", course.classStart())
                .day("treatmentStart", course.treatmentStart())
                .day("lastDay", course.lastDay())
                .day("coveredUntil", course.coveredUntil())
                .day("stopped", course.stopped())
                .code("endReason", course.end() == null ? null : course.end().token())
                .text("switchedFrom", course.switchedFrom())
                .text("switchedTo", course.switchedTo());
        adherence(out, course);
        for (TreatmentGap gap : course.gaps()) {
            Period period = new Period();
            period.setStartElement(new DateTimeType(gap.first().toString()));
            period.setEndElement(new DateTimeType(gap.last().toString()));
            out.value("gap", period);
        }
        out.day("nextDoseDue", course.nextDoseDue())
                .day("nextDecision", course.nextDecision())
                .day("holidayEnds", course.holidayEnds())
                .day("controlDensityDue", course.controlDensityDue())
                .day("controlDensityDone", course.controlDensityDone());
        for (CourseNotice notice : course.notices()) {
            out.part("notice")
                    .value(
                            "code",
                            notices.of(notice.code().token(), notice.code().token()))
                    .day("since", notice.since())
                    .evidence(notice.evidence())
                    .text("rule", notice.rule().id())
                    .text("source", notice.rule().source())
                    .code("certainty", GuidelineValues.token(notice.rule().certainty()));
        }
        out.evidence(course.evidence())
                .text("rule", course.rule())
                .code("certainty", GuidelineValues.token(course.certainty()));
    }

    /** Numbers of days are 0 while nothing was supplied; ratios are left out then. */
    private static void adherence(Parts out, TreatmentCourse course) {
        Adherence whole = course.adherence();
        out.value("courseDays", new IntegerType(whole == null ? 0 : whole.days()))
                .value("coveredDays", new IntegerType(whole == null ? 0 : whole.coveredDays()));
        if (whole != null) {
            Adherence year = course.lastYear();
            out.value("proportionOfDaysCovered", new DecimalType(whole.proportionOfDaysCovered()))
                    .value("medicationPossessionRatio", new DecimalType(whole.possessionRatio()))
                    .value("proportionOfDaysCoveredLastYear", new DecimalType(year.proportionOfDaysCovered()))
                    .value("medicationPossessionRatioLastYear", new DecimalType(year.possessionRatio()));
        }
    }
}
