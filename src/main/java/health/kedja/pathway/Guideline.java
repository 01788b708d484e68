package health.kedja.pathway;

import health.kedja.pathway.density.DensityRules;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A regional or national care programme as data: everything on which programmes disagree. One file in
 * {@code profiles/guidelines/} each; the field names of the file are these, with hyphens.
 *
 * @param id short name, such as {@code se-psvf-2021}
 * @param title name for people
 * @param description what the programme is, and what its sources do not say
 * @param version version of the file
 * @param certainty certainty of the whole
 * @param validFrom first day on which the programme holds
 * @param validTo last day, when one is set
 * @param sources the documents that the rules come from
 * @param entry which fractures open a chain
 * @param episode which fractures are one
 * @param risk how the risk is set
 * @param drugs bone-specific drugs
 * @param treatment whom to treat
 * @param decisions what else makes a step not apply
 * @param steps the ten steps
 * @param chainTypes which steps a unit answers for
 * @param density how bone densities are made comparable
 * @param framo the four questions asked where there is no FRAX
 * @param course how ongoing treatment is followed
 * @param prevention what is done beside drugs
 * @param advice risk reasons and treatment advice; empty for a programme that gives none
 */
public record Guideline(
        String id,
        String title,
        String description,
        String version,
        Certainty certainty,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        List<String> sources,
        EntryRules entry,
        EpisodeRules episode,
        RiskRules risk,
        DrugRules drugs,
        TreatmentRules treatment,
        DecisionRules decisions,
        Map<StepCode, StepRule> steps,
        ChainTypes chainTypes,
        DensityRules density,
        FramoRules framo,
        CourseRules course,
        PreventionRules prevention,
        Optional<AdviceRules> advice) {

    private static final String BASE = "https://kedja.health/fhir/PlanDefinition/";

    public Guideline {
        if (!id.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            throw new IllegalArgumentException("'" + id + "' is no id: lower case letters, digits, hyphens");
        }
        if (!version.matches("\\d+(\\.\\d+)*")) {
            throw new IllegalArgumentException("'" + version + "' is no version: numbers with dots, such as 1.0.0");
        }
        sources = List.copyOf(sources);
        course.mustFit(drugs);
        steps = new EnumMap<>(steps);
        for (StepCode step : StepCode.values()) {
            StepRule rule = steps.get(step);
            if (rule == null) {
                throw new IllegalArgumentException("steps lacks '" + step.token() + "'");
            }
            if (rule.doneBy().isEmpty() != (step == StepCode.ADHERENCE)) {
                throw new IllegalArgumentException("steps." + step.token()
                        + ".done-by must name evidence, except for adherence, which days covered by drugs show");
            }
        }
        requireKnown(entry, "high-risk-sites", risk.highRiskSites());
        for (Indication indication : treatment.indications()) {
            requireKnown(
                    entry,
                    "treatment.indications " + indication.rule().id(),
                    indication.sites().orElse(Set.of()));
        }
    }

    private static void requireKnown(EntryRules entry, String field, Set<String> sites) {
        for (String site : sites) {
            if (entry.sites().stream().noneMatch(known -> known.id().equals(site))) {
                throw new IllegalArgumentException(field + " names '" + site + "', which entry.sites lacks");
            }
        }
    }

    /** The URL under which the guideline is published. */
    public String canonical() {
        return BASE + id;
    }

    /** {@link #canonical()} with version, as answers name it. */
    public String canonicalWithVersion() {
        return canonical() + "|" + version;
    }

    /** The rule of a step. */
    public StepRule step(StepCode code) {
        return steps.get(code);
    }

    /** The rule that decided a step of an answer under this guideline. */
    Rule ruleOf(Step step) {
        StepRule asked = step(step.code());
        return Stream.of(
                        asked.rule(),
                        asked.appliesRule(),
                        risk.siteRule(),
                        treatment.reviewRule(),
                        decisions.decisionRule(),
                        decisions.limitedLifeExpectancyRule(),
                        decisions.deathRule(),
                        episode.newFractureRule())
                .filter(rule -> rule.id().equals(step.rule()))
                .findFirst()
                .orElseThrow();
    }

    /** The steps; a copy. */
    @Override
    public Map<StepCode, StepRule> steps() {
        return new EnumMap<>(steps);
    }
}
