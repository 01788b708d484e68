package health.kedja.operation.fracturechain;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.fhir.BundleEvents;
import health.kedja.fhir.CodeMaps;
import health.kedja.fhir.DensityParameters;
import health.kedja.fhir.NextActionsParameters;
import health.kedja.fhir.PatientHistory;
import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.Event;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import health.kedja.pathway.History;
import health.kedja.pathway.Kind;
import health.kedja.pathway.NextActions;
import health.kedja.pathway.PatientCare;
import health.kedja.pathway.density.BoneDensities;
import health.kedja.pathway.density.BoneDensity;
import health.kedja.pathway.density.Maker;
import health.kedja.server.GuidelineFiles;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operations answer is what their OperationDefinitions publish: names, types, numbers and codes. */
class AnswersKeepTheirDefinitionTest {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Guidelines GUIDELINES = GuidelineFiles.load("se-psvf-2021", Optional.empty());
    private static final BundleEvents EVENTS =
            new BundleEvents(new ResourceEvents(CodeMaps.load(), ZoneId.of("Europe/Stockholm")));

    /** One patient on one day under one guideline. */
    private record Case(PatientHistory patient, LocalDate asOf, Guideline guideline) {}

    @ParameterizedTest
    @ValueSource(strings = {"fracture-chain", "next-actions", "harmonise-bmd"})
    void every_code_that_an_operation_gives_is_bound_to_a_published_value_set(String operation) {
        assertThat(new AnswerDefinition(operation).unbound()).isEmpty();
    }

    @Test
    void the_chains_of_all_vignettes_under_all_guidelines_are_as_defined() {
        AnswerDefinition definition = new AnswerDefinition("fracture-chain");
        Set<String> departures = new TreeSet<>();
        cases().forEach(one -> departures.addAll(definition.departures(FractureChainAnswer.of(
                one.patient(), new FractureChainRequest(one.asOf(), one.guideline(), null, true), Locale.ENGLISH))));

        assertThat(departures).isEmpty();
        assertThat(definition.codesSeen())
                .contains(
                        "chain.riskReason.code=site",
                        "chain.riskReason.code=frax",
                        "chain.advice.kind=drug",
                        "chain.advice.kind=lifestyle",
                        "chain.advice.status=waits",
                        "chain.advice.route=intravenous",
                        "chain.advice.level=primary-care",
                        "chain.advice.needs.code=egfr",
                        "chain.missing.code=frax",
                        "chain.framo.answer.answer=missing",
                        "chain.preventionMeasure.status=not-recorded",
                        "treatmentCourse.status=ongoing");
    }

    @Test
    void the_worklists_of_all_vignettes_under_all_guidelines_are_as_defined() {
        AnswerDefinition definition = new AnswerDefinition("next-actions");
        Set<String> departures = new TreeSet<>();
        cases().forEach(one -> departures.addAll(definition.departures(new NextActionsParameters(Locale.ENGLISH)
                .of(
                        NextActions.of(
                                one.patient().history(),
                                one.guideline(),
                                one.asOf(),
                                one.patient().units()),
                        one.patient().patient(),
                        one.asOf(),
                        one.guideline().canonicalWithVersion()))));

        assertThat(departures).isEmpty();
        assertThat(definition.codesSeen()).contains("action.type=step", "action.type=missing", "action.type=advice");
    }

    @Test
    void bone_densities_with_and_without_scanner_are_as_defined_on_the_scale_of_each_maker() {
        History history = History.of(List.of(
                Event.of(Kind.SCANNER, null, "Device/1").withCode("hologic").withQualifier("Hologic, Inc."),
                Event.of(Kind.SCANNER, null, "Device/2").withCode("ge-lunar").withQualifier("GE"),
                Event.of(Kind.SCANNER, null, "Device/3").withQualifier("Someone"),
                measured(Kind.BMD, 1, "total-hip", 0.80).withDevice("Device/1").withLaterality("left"),
                measured(Kind.BMD, 2, "total-hip", 0.70).withDevice("Device/1").withLaterality("left"),
                measured(Kind.T_SCORE, 2, "total-hip", -2.1)
                        .withDevice("Device/1")
                        .withLaterality("left"),
                measured(Kind.BMD, 3, "total-hip", 0.75).withDevice("Device/2"),
                measured(Kind.BMD, 4, "femoral-neck", 0.75).withDevice("Device/3"),
                measured(Kind.BMD, 5, "femoral-neck", 0.75),
                measured(Kind.BMD, 6, "hip", 0.75).withDevice("Device/1"),
                measured(Kind.BMD, 7, "forearm", 0.75).withDevice("Device/1"),
                measured(Kind.T_SCORE, 8, "lumbar-1", -1.0),
                measured(Kind.T_SCORE, 8, "lumbar-2", -1.2),
                measured(Kind.T_SCORE, 8, "lumbar-3", -4.0),
                measured(Kind.T_SCORE, 8, "lumbar-4", -1.1)));
        AnswerDefinition definition = new AnswerDefinition("harmonise-bmd");
        LocalDate day = LocalDate.of(2025, 1, 1);
        for (Guideline guideline : GUIDELINES.all()) {
            DensityParameters parameters = new DensityParameters(guideline, Locale.ENGLISH);
            for (Maker scale : Maker.values()) {
                Parameters answer = new Parameters();
                answer.addParameter()
                        .setName("guideline")
                        .setValue(new CanonicalType(guideline.canonicalWithVersion()));
                for (BoneDensity density : BoneDensities.of(history, guideline, day)) {
                    parameters.add(answer.addParameter().setName("boneDensity"), density, scale);
                }
                parameters.addTo(
                        answer,
                        List.of(),
                        PatientCare.of(history, guideline, day, Map.of()).lumbarVertebrae());

                assertThat(definition.departures(answer)).isEmpty();
            }
        }
        assertThat(definition.codesSeen())
                .contains(
                        "boneDensity.maker=hologic",
                        "boneDensity.laterality=left",
                        "boneDensity.notComparable=scanner-unknown",
                        "boneDensity.notComparable=maker-unknown",
                        "boneDensity.notComparable=region-unknown",
                        "boneDensity.notComparable=no-formula",
                        "boneDensity.notComparable=no-bone-density",
                        "boneDensity.deciding=as-sent",
                        "boneDensity.change.basis=bmd",
                        "boneDensity.onScale.maker=ge-lunar",
                        "lumbarVertebrae.vertebra.outcome=used",
                        "lumbarVertebrae.vertebra.outcome=differs-from-neighbour");
    }

    private static Event measured(Kind kind, int month, String region, double value) {
        return Event.of(kind, LocalDate.of(2024, month, 1), "Observation/" + kind.token() + month + region)
                .withQualifier(region)
                .withValue(value);
    }

    private static Stream<Case> cases() {
        return Vignette.all().flatMap(vignette -> {
            PatientHistory patient = EVENTS.of(vignette.bundle(CONTEXT));
            return vignette.questions().stream()
                    .map(Vignette.Question::asOf)
                    .distinct()
                    .flatMap(day -> GUIDELINES.all().stream().map(guideline -> new Case(patient, day, guideline)));
        });
    }
}
