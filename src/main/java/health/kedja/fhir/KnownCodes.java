package health.kedja.fhir;

import ca.uhn.fhir.context.FhirContext;
import health.kedja.pathway.FramoQuestion;
import health.kedja.pathway.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem;

/**
 * The codes that events can carry, as published: a guideline that asks for another one asks for what no record can
 * ever show.
 */
public final class KnownCodes {

    private static final Pattern ATC = Pattern.compile("[A-Z]\\d\\d([A-Z]([A-Z](\\d\\d)?)?)?");
    private static final Pattern ICD_10 = Pattern.compile("[A-Z]\\d\\d[0-9A-Z]*");
    private static final Pattern KVA = Pattern.compile("[A-Z]{3}\\d\\d");
    private static final Pattern CONTACT_CLASS = Pattern.compile("[A-Z]+");

    /** Kinds whose codes are those of a classification: their form is checked, not that the code exists. */
    private static final Map<Kind, Pattern> CLASSIFIED = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.DRUG_ORDERED, ATC),
            Map.entry(Kind.DRUG_DISPENSED, ATC),
            Map.entry(Kind.DRUG_ADMINISTERED, ATC),
            Map.entry(Kind.DRUG_STATED, ATC),
            Map.entry(Kind.ALLERGY_OR_INTOLERANCE, ATC),
            Map.entry(Kind.FRACTURE, ICD_10),
            Map.entry(Kind.UNCONFIRMED_FRACTURE, ICD_10),
            Map.entry(Kind.CIRCUMSTANCE, ICD_10),
            Map.entry(Kind.OSTEOPOROSIS_DIAGNOSIS, ICD_10),
            Map.entry(Kind.HIP_FRACTURE_SURGERY, KVA),
            Map.entry(Kind.ENCOUNTER, CONTACT_CLASS)));

    private static final KnownCodes PUBLISHED = new KnownCodes();

    private final Map<Kind, SortedSet<String>> codes = new EnumMap<>(Kind.class);
    private final Set<String> regions = read("kedja-bone-region");
    private final Set<String> sites = read("kedja-fracture-site");

    private KnownCodes() {
        for (Kind kind : Kind.values()) {
            codes.put(kind, new TreeSet<>());
        }
        // kind, kind:code or kind:code:laterality; drug is no kind of its own.
        for (String target : read("kedja-event")) {
            String[] parts = target.split(":");
            if (parts.length > 1) {
                codes.get(Kind.ofToken(parts[0])).add(parts[1]);
            }
        }
        for (Kind scanned : Set.of(Kind.BMD, Kind.T_SCORE, Kind.Z_SCORE)) {
            codes.get(scanned).addAll(regions);
        }
        codes.get(Kind.FRAMO_ANSWER).addAll(Set.of(FramoQuestion.AGE.token(), FramoQuestion.WEIGHT.token()));
        codes.get(Kind.VERTEBRAL_FRACTURE_ASSESSMENT).addAll(read("kedja-vfa-result"));
        codes.get(Kind.FRAX_MAJOR).addAll(codes.get(Kind.RISK_ASSESSMENT));
        codes.get(Kind.FRAX_HIP).addAll(codes.get(Kind.RISK_ASSESSMENT));
        for (Kind asked : PlanEvents.ASKED_FOR) {
            codes.get(Kind.REFERRAL).add(asked.token());
            codes.get(asked).forEach(code -> codes.get(Kind.REFERRAL).add(asked.token() + ":" + code));
        }
        CLASSIFIED.keySet().forEach(kind -> codes.get(kind).clear());
        Set<String> against = new TreeSet<>();
        codes.forEach((kind, known) -> {
            against.add(kind.token());
            known.forEach(code -> against.add(kind.token() + ":" + code));
        });
        codes.get(Kind.NOT_DONE).addAll(against);
    }

    /** Those that Kedja publishes. */
    public static KnownCodes published() {
        return PUBLISHED;
    }

    /** Whether an event of the kind can carry the code. */
    public boolean isKnown(Kind kind, String code) {
        Pattern form = CLASSIFIED.get(kind);
        return form == null
                ? codes.get(kind).contains(code)
                : form.matcher(code).matches();
    }

    /** The codes of a kind, in alphabetical order; empty for those that carry none or one of a classification. */
    public SortedSet<String> of(Kind kind) {
        return Collections.unmodifiableSortedSet(codes.get(kind));
    }

    /** Regions of bone density, codes of {@code kedja-bone-region}. */
    public Set<String> regions() {
        return Collections.unmodifiableSet(regions);
    }

    /** Sites of fractures, codes of {@code kedja-fracture-site}. */
    public Set<String> sites() {
        return Collections.unmodifiableSet(sites);
    }

    private static Set<String> read(String id) {
        String file = "terminology/CodeSystem-" + id + ".json";
        try (InputStream content = KnownCodes.class.getClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            Set<String> codes = new LinkedHashSet<>();
            FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(CodeSystem.class, content)
                    .getConcept()
                    .forEach(concept -> codes.add(concept.getCode()));
            return codes;
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
