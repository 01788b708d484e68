package health.kedja.operation.fracturechain;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.fhir.BundleEvents;
import health.kedja.fhir.CodeMaps;
import health.kedja.fhir.PatientHistory;
import health.kedja.fhir.ResourceEvents;
import health.kedja.pathway.Event;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import health.kedja.pathway.History;
import health.kedja.server.GuidelineFiles;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hl7.fhir.r4.model.Bundle;

/** What holds for the whole answer, word for word: steps, advice, missing data, courses, prevention, density, FRAMO. */
class WholeAnswerProperties {

    private static final Guidelines GUIDELINES = GuidelineFiles.load("se-psvf-2021", Optional.empty());
    private static final BundleEvents EVENTS =
            new BundleEvents(new ResourceEvents(CodeMaps.load(), ZoneId.of("Europe/Stockholm")));

    @Provide
    Arbitrary<String> guidelines() {
        return Arbitraries.of("se-psvf-2021", "se-skane-2018", "se-svos-2021", "dk-dks", "iof-fls");
    }

    @Property(tries = 400)
    void order_and_duplicates_make_no_difference(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size, @ForAll("guidelines") String guideline) {
        Bundle bundle = GeneratedRecord.of("g", seed, size).bundle();
        PatientHistory inOrder = EVENTS.of(bundle);
        String expected = answer(inOrder, guideline, seed);

        Collections.shuffle(bundle.getEntry(), new Random(seed));
        assertThat(answer(EVENTS.of(bundle), guideline, seed)).isEqualTo(expected);

        List<Event> twice = new ArrayList<>(inOrder.history().events());
        twice.addAll(inOrder.history().events());
        Collections.shuffle(twice, new Random(seed));
        PatientHistory repeated = new PatientHistory(inOrder.patient(), History.of(twice), inOrder.units());
        assertThat(answer(repeated, guideline, seed)).isEqualTo(expected);
    }

    @Property(tries = 400)
    void nothing_dated_later_makes_a_difference(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size, @ForAll("guidelines") String guideline) {
        GeneratedRecord all = GeneratedRecord.of("g", seed, size);
        LocalDate asOf = GeneratedRecord.day(seed);

        assertThat(answer(EVENTS.of(all.bundle()), guideline, seed))
                .isEqualTo(answer(EVENTS.of(all.bundle(asOf)), guideline, seed));
    }

    @Example
    void the_records_are_such_that_every_part_is_answered() {
        StringBuilder answers = new StringBuilder();
        for (int seed = 0; seed < 100; seed++) {
            GeneratedRecord record = GeneratedRecord.of("g", seed, 40);
            answers.append(answer(EVENTS.of(record.bundle()), "se-psvf-2021", seed));
        }
        for (String part : List.of(
                "riskReason",
                "contraindication",
                "needs",
                "missing",
                "treatmentCourse",
                "switchedFrom",
                "notice",
                "treatmentAdherence",
                "preventionMeasure",
                "change",
                "tScoreRecomputed",
                "lumbarVertebrae",
                "framo",
                "excludedFracture")) {
            assertThat(answers).contains("\"name\": \"" + part + "\"");
        }
    }

    private static String answer(PatientHistory patient, String guideline, long seed) {
        Guideline asked = GUIDELINES.find(guideline).orElseThrow();
        FractureChainRequest request = new FractureChainRequest(GeneratedRecord.day(seed), asked, null, true);
        return FhirContext.forR4Cached()
                .newJsonParser()
                .setPrettyPrint(true)
                .encodeResourceToString(FractureChainAnswer.of(patient, request, Locale.ENGLISH));
    }
}
