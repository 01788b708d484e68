package health.kedja.pathway;

import health.kedja.pathway.AdviceLine.Bearing;
import health.kedja.pathway.AdviceLine.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the record says of the findings and data that the choice of a drug depends on. */
final class FindingsInRecord {

    private final Course course;
    private final AdviceRules rules;
    private final RiskReasons riskReasons;
    private final LocalDate oldest;

    FindingsInRecord(Course course, AdviceRules rules, RiskReasons riskReasons) {
        this.course = course;
        this.rules = rules;
        this.riskReasons = riskReasons;
        this.oldest = course.today().minusDays(rules.resultsValidDays());
    }

    /** Those of the findings that are there. */
    List<Bearing> among(List<String> ids) {
        return ids.stream().map(this::find).filter(Objects::nonNull).toList();
    }

    /** The finding with what shows it, or null when nothing does. */
    private Bearing find(String id) {
        Finding finding = rules.finding(id);
        Set<String> evidence = new LinkedHashSet<>();
        for (Event event : course.events()) {
            if (isDisease(event, finding) || finding.reactions().stream().anyMatch(one -> one.matches(event))) {
                evidence.add(event.source());
            }
        }
        for (Finding.LaboratoryLimit wanted : finding.laboratory()) {
            latest(wanted.analyte()).stream()
                    .filter(result -> wanted.limit().holds(result.value()))
                    .forEach(result -> evidence.add(result.source()));
        }
        for (RiskReason reason : riskReasons.all()) {
            if (finding.riskReasons().contains(reason.code())) {
                evidence.addAll(reason.evidence());
            }
        }
        return evidence.isEmpty() ? null : new Bearing(finding, List.copyOf(evidence));
    }

    private boolean isDisease(Event event, Finding finding) {
        return event.kind() == Kind.DISEASE
                && event.code() != null
                && finding.diseases().contains(event.code())
                && (event.end() == null || !event.end().isBefore(course.today()));
    }

    /** The results of the latest day that has one with a number, while they are valid. */
    private List<Event> latest(String analyte) {
        List<Event> latest = new ArrayList<>();
        for (Event event : course.events()) {
            if (event.kind() == Kind.LABORATORY_RESULT
                    && event.hasValue()
                    && analyte.equals(event.code())
                    && !event.day().isBefore(oldest)) {
                latest.removeIf(earlier -> earlier.day().isBefore(event.day()));
                latest.add(event);
            }
        }
        return latest;
    }

    /** What must be known first, each with what tells it. */
    List<Requirement> requirements(List<String> ids) {
        return ids.stream()
                .map(rules::needed)
                .map(data -> new Requirement(data, Course.sources(knownBy(data, oldest), course.today())))
                .toList();
    }

    /** What a referral is to tell, each with what of the record tells it since the fracture. */
    List<Requirement> told(List<String> ids) {
        LocalDate first = oldest.isBefore(course.fractureDay()) ? oldest : course.fractureDay();
        return ids.stream()
                .map(rules::needed)
                .map(data -> new Requirement(data, Course.sources(knownBy(data, first), course.today())))
                .toList();
    }

    private List<Event> knownBy(NeededData data, LocalDate first) {
        return course.since(first, event -> {
            boolean readable = event.kind() != Kind.LABORATORY_RESULT || event.hasValue();
            return readable && data.anyOf().stream().anyMatch(token -> token.matches(event));
        });
    }
}
