package health.kedja.fhir;

import health.kedja.pathway.AdviceKind;
import health.kedja.pathway.AdviceLine;
import health.kedja.pathway.AdviceLine.Bearing;
import health.kedja.pathway.AdviceLine.Requirement;
import health.kedja.pathway.AdviceStatus;
import health.kedja.pathway.DrugOption;
import health.kedja.pathway.Finding;
import health.kedja.pathway.MissingData;
import health.kedja.pathway.RiskReason;
import health.kedja.pathway.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Advice as sentences for a clinician. */
final class AdviceText {

    private final AdviceWords words;

    AdviceText(AdviceWords words) {
        this.words = words;
    }

    String of(RiskReason reason) {
        String key = "risk-reason." + reason.code().token();
        boolean value = !Double.isNaN(reason.value());
        return value && words.of(key + ".value", null) != null
                ? words.of(key + ".value", key, reason.value())
                : words.of(key);
    }

    String of(MissingData missing) {
        return words.of("missing", missing.name(), words.of("data." + missing.code(), missing.name()));
    }

    String of(Finding finding) {
        return words.of("finding." + finding.id(), finding.name());
    }

    String of(AdviceLine line) {
        List<String> sentences = new ArrayList<>();
        sentences.add(subject(line));
        if (line.status() == AdviceStatus.RULED_OUT) {
            sentences.add(words.of("line.ruled-out", "", bearings(line.ruledOutBy())));
        } else {
            if (line.strength() == Strength.CONSIDER) {
                sentences.add(words.of("line.consider"));
            }
            if (line.status() == AdviceStatus.IN_PLACE) {
                sentences.add(words.of("line.in-place"));
            }
            if (!line.cautions().isEmpty()) {
                sentences.add(words.of("line.caution", "", bearings(line.cautions())));
            }
        }
        String unknown = line.needs().stream()
                .filter(need -> !need.known())
                .map(Requirement::data)
                .map(data -> words.of("data." + data.id(), data.name()))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            String key = line.kind() == AdviceKind.REFERRAL ? "line.states" : "line.needs";
            sentences.add(words.of(key, "", unknown));
        }
        return String.join(" ", sentences);
    }

    /** What a line is about, without what speaks for or against it. */
    String subject(AdviceLine line) {
        return switch (line.kind()) {
            case DRUG -> drug(line.option());
            case REFERRAL ->
                words.of("referral", line.detail(), line.code(), words.of("to." + line.code(), line.detail()));
            default ->
                words.of(
                        "line." + line.code(),
                        line.code(),
                        line.detail() == null ? "" : line.detail(),
                        line.option() == null ? "" : name(line.option()));
        };
    }

    private String drug(DrugOption option) {
        List<String> parts = new ArrayList<>();
        parts.add(name(option));
        parts.add(words.of("route." + option.route().token()));
        option.regimen()
                .map(regimen -> regimen.every() + "-" + regimen.unit().name().toLowerCase(Locale.ROOT))
                .ifPresent(key -> parts.add(words.of("regimen." + key, key)));
        parts.add(words.of("level." + option.level().token()));
        option.course().ifPresent(course -> parts.add(words.of("course", "", course.months())));
        return String.join(", ", parts) + ".";
    }

    private String name(DrugOption option) {
        return words.of("option." + option.id(), option.name());
    }

    private String bearings(List<Bearing> bearings) {
        return bearings.stream().map(one -> of(one.finding())).collect(Collectors.joining(", "));
    }
}
