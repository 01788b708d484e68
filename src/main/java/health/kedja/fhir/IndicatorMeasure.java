package health.kedja.fhir;

import health.kedja.indicator.Definition;
import health.kedja.indicator.Indicator;
import health.kedja.indicator.definition.Caveat;
import health.kedja.indicator.definition.Scoring;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactDetail;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.hl7.fhir.r4.model.StringType;

/**
 * An indicator as a Measure after the profiles of the universal-realm Clinical Quality Measure guide (publishable, and
 * proportion, ratio, continuous variable or cohort). Where neither more nor less is better, the latter cannot be claimed:
 * they ask for an improvement notation, of which FHIR knows only two. Made from the definition that is evaluated, so that the two cannot
 * drift apart. Its criteria are in words: what calculates is the definition, whose hash the Measure states.
 */
public final class IndicatorMeasure {

    private static final String BASE = Systems.BASE + "/Measure/";
    private static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/artifact-identifier-type";
    private static final String URI = "urn:ietf:rfc:3986";

    private IndicatorMeasure() {}

    /** The canonical URL, without version. */
    public static String canonical(Definition definition) {
        return BASE + definition.id();
    }

    /** The canonical URL, with version. */
    public static String canonicalWithVersion(Definition definition) {
        return canonical(definition) + "|" + definition.version();
    }

    /** The Measure; its id is that of the indicator. */
    public static Measure of(Indicator indicator) {
        Measure measure = withoutGroups(indicator, indicator.hash());
        IndicatorGroup.add(measure, indicator);
        measure.setText(IndicatorNarrative.of(indicator, measure.getGroupFirstRep()));
        return measure;
    }

    /** @param hash of the definition */
    static Measure withoutGroups(Indicator indicator, String hash) {
        Measure measure = new Measure();
        measure.setId(indicator.id());
        measure.getMeta().addProfile(MeasureCodes.CQM + "cqm-publishablemeasure");
        measure.setUrl(canonical(indicator));
        measure.setVersion(indicator.version());
        measure.setName(indicator.id().replaceAll("[^A-Za-z0-9_]", "_"));
        measure.setTitle(indicator.title());
        measure.setStatus(PublicationStatus.ACTIVE);
        measure.setExperimental(false);
        measure.setDateElement(new DateTimeType("2026-01-01"));
        measure.setPublisher("Kedja");
        measure.addContact(new ContactDetail().setName("Kedja"));
        measure.setCopyright("Apache License, Version 2.0. Codes of other systems belong to their owners.");
        measure.addJurisdiction().addCoding().setSystem("urn:iso:std:iso:3166").setCode("SE");
        identify(measure, indicator, hash);
        describe(measure, indicator);
        measure.setScoring(MeasureCodes.scoring(indicator.scoring()));
        MeasureCodes.improvement(indicator).ifPresent(measure::setImprovementNotation);
        if (measure.hasImprovementNotation() || indicator.scoring() == Scoring.COHORT) {
            measure.getMeta().addProfile(MeasureCodes.CQM + profile(indicator.scoring()));
        }
        measure.addExtension(MeasureCodes.CQM + "cqm-populationBasis", new CodeType(MeasureCodes.basis(indicator)));
        if (MeasureCodes.unit(indicator) != null) {
            measure.addExtension(MeasureCodes.CQM + "cqm-scoringUnit", scoringUnit(indicator));
        }
        measure.addExtension(Systems.PROFILE + "kedja-definition-hash", new StringType(hash));
        indicator.target().ifPresent(target -> {
            Extension level = measure.addExtension();
            level.setUrl(Systems.PROFILE + "kedja-measure-target");
            level.addExtension("value", new DecimalType(GuidelineValues.text(target.value())));
            level.addExtension("source", new StringType(target.basis().source()));
            level.addExtension(
                    "certainty",
                    new CodeType(IndicatorWords.token(target.basis().certainty())));
        });
        IndicatorRequirements.add(measure, indicator);
        return measure;
    }

    private static String profile(Scoring scoring) {
        return switch (scoring) {
            case PROPORTION -> "cqm-proportionmeasure";
            case RATIO, RATE -> "cqm-ratiomeasure";
            case CONTINUOUS -> "cqm-cvmeasure";
            case COHORT -> "cqm-cohortmeasure";
        };
    }

    private static CodeableConcept scoringUnit(Indicator indicator) {
        CodeableConcept unit = new CodeableConcept().setText(MeasureCodes.unitWords(indicator));
        unit.addCoding().setSystem("http://unitsofmeasure.org").setCode(MeasureCodes.unit(indicator));
        return unit;
    }

    private static void identify(Measure measure, Indicator indicator, String hash) {
        String url = canonical(indicator);
        measure.addIdentifier(identifier(Identifier.IdentifierUse.OFFICIAL, "version-independent")
                .setSystem(URI)
                .setValue(uuid(url)));
        measure.addIdentifier(identifier(Identifier.IdentifierUse.OFFICIAL, "version-specific")
                .setSystem(URI)
                .setValue(uuid(url + "|" + indicator.version() + "#" + hash)));
        measure.addIdentifier(
                identifier(Identifier.IdentifierUse.USUAL, "short-name").setValue(indicator.id()));
        indicator.officialId().ifPresent(official -> {
            Identifier given =
                    identifier(Identifier.IdentifierUse.OFFICIAL, "endorser").setValue(official);
            given.getAssigner().setDisplay(indicator.sources().get(0));
            measure.addIdentifier(given);
        });
    }

    private static Identifier identifier(Identifier.IdentifierUse use, String type) {
        Identifier identifier = new Identifier().setUse(use);
        identifier.getType().addCoding().setSystem(IDENTIFIER_TYPE).setCode(type);
        return identifier;
    }

    private static String uuid(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void describe(Measure measure, Indicator indicator) {
        measure.setDescription(
                indicator.title() + ". " + IndicatorWords.population(indicator.population()) + certainty(indicator));
        if (!indicator.caveats().isEmpty()) {
            measure.addExtension(
                    MeasureCodes.CQM + "cqm-limitations",
                    new MarkdownType(indicator.caveats().stream()
                            .map(caveat -> "- " + caveat.en())
                            .collect(Collectors.joining("\n"))));
            StringType usage = new StringType(words(indicator, Caveat::en));
            Extension swedish = usage.addExtension();
            swedish.setUrl("http://hl7.org/fhir/StructureDefinition/translation");
            swedish.addExtension("lang", new CodeType("sv"));
            swedish.addExtension("content", new StringType(words(indicator, Caveat::sv)));
            measure.setUsageElement(usage);
        }
        indicator
                .sources()
                .forEach(source -> measure.addRelatedArtifact(new RelatedArtifact()
                        .setType(RelatedArtifactType.CITATION)
                        .setCitation(source)));
        indicator
                .counterpart()
                .ifPresent(other -> measure.addRelatedArtifact(new RelatedArtifact()
                        .setType(RelatedArtifactType.DOCUMENTATION)
                        .setDisplay("The same indicator from other sources of data; read the two side by side")
                        .setResourceElement(new CanonicalType(BASE + other))));
    }

    private static String certainty(Indicator indicator) {
        return switch (indicator.certainty()) {
            case CONFIRMED -> "";
            case DERIVED -> " Parts of the definition are derived from its sources.";
            case UNCONFIRMED ->
                " Parts of the definition are not confirmed by its sources; they are listed as parameters.";
        };
    }

    private static String words(Indicator indicator, Function<Caveat, String> language) {
        return indicator.caveats().stream().map(language).collect(Collectors.joining(" "));
    }
}
