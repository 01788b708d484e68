package health.kedja.operation.fracturechain;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/**
 * The record of one patient as a record system may hold it, sensible or not: fractures, risk, scans, drugs, results,
 * care beside drugs, decisions. The same numbers give the same record; a longer one begins with the shorter.
 *
 * @param name first part of the ids of all resources
 * @param items what is recorded
 */
record GeneratedRecord(String name, List<Item> items) {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final String ICD = "urn:oid:1.2.752.116.1.1.1";
    private static final String KVA = "urn:oid:1.2.752.116.1.3.2.1.4";
    private static final String ATC = "http://www.whocc.no/atc";
    private static final String LOINC = "http://loinc.org";
    private static final String KEDJA = "https://kedja.health/fhir/CodeSystem/";
    private static final List<String> DRUGS =
            List.of("M05BA04", "M05BA07", "M05BA08", "M05BX04", "H05AA02", "A12AX", "H02AB06");

    /** A resource without its id, and its day; null for what is not dated. */
    record Item(String type, LocalDate day, String json) {}

    static GeneratedRecord of(String name, long seed, int size) {
        List<Item> items = new ArrayList<>();
        items.add(new Item(
                "Patient",
                null,
                "'birthDate':'"
                        + List.of("1938-03-01", "1952-07-07", "1975-02-28").get(any(seed, 3)) + "'"));
        items.add(new Item("Device", null, "'manufacturer':'Hologic'"));
        items.add(new Item("Device", null, "'manufacturer':'GE Lunar'"));
        for (int i = 0; i < size; i++) {
            // The first is always a fracture.
            items.add(new Maker(name, new Random(seed * 1_000_003 + i)).item(i == 0));
        }
        return new GeneratedRecord(name, List.copyOf(items));
    }

    static LocalDate day(long seed) {
        return FIRST.plusDays(any(seed, 1400));
    }

    private static int any(long seed, int bound) {
        return new Random(seed).nextInt(bound);
    }

    String patient() {
        return "Patient/" + name + "-0";
    }

    /** A transaction that stores it, and that can be evaluated without being stored. */
    Bundle bundle() {
        return bundle(LocalDate.MAX);
    }

    /** What was known on a day; the ids stay. */
    Bundle bundle(LocalDate known) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item.day() == null || !item.day().isAfter(known)) {
                bundle.addEntry(entry(item, name + "-" + i));
            }
        }
        return bundle;
    }

    private static BundleEntryComponent entry(Item item, String id) {
        String json = "{'resourceType':'" + item.type() + "','id':'" + id + "'," + item.json() + "}";
        Resource resource = (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json.replace('\'', '"'));
        BundleEntryComponent entry = new BundleEntryComponent();
        entry.setFullUrl("https://journal.example.se/fhir/" + item.type() + "/" + id)
                .setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(item.type() + "/" + id);
        return entry;
    }

    /** Makes one item. */
    private record Maker(String name, Random random) {

        Item item(boolean fracture) {
            LocalDate day = FIRST.plusDays(random.nextInt(1400));
            return switch (fracture ? 0 : random.nextInt(14)) {
                case 0 ->
                    condition(
                            day,
                            List.of("S720", "S525", "S422", "S320", "S220", "S321", "M809")
                                    .get(random.nextInt(7)));
                case 1 ->
                    condition(
                            day,
                            List.of("R139", "F009", "M810", "V134", "M844", "Z515")
                                    .get(random.nextInt(6)));
                case 2 -> survey(day, "90265-0", 5 + random.nextInt(40), "%");
                case 3 -> survey(day, "29463-7", 50 + random.nextInt(30), "kg");
                case 4 -> bone(day, "80954-1", "femoral-neck", "g/cm2", 0.45 + random.nextInt(50) / 100.0);
                case 5 -> bone(day, "24966-4", null, "g/cm2", 0.6 + random.nextInt(50) / 100.0);
                case 6 ->
                    bone(
                            day,
                            "38267-1",
                            List.of("lumbar-1", "lumbar-2", "lumbar-3", "lumbar-spine")
                                    .get(random.nextInt(4)),
                            "1",
                            -3.5 + random.nextInt(40) / 10.0);
                case 7 -> laboratory(day);
                case 8 -> dispensed(day);
                case 9 ->
                    drug("MedicationAdministration", day, "'effectiveDateTime':'" + day + "','status':'completed'");
                case 10 -> stated(day);
                case 11 -> referral(day);
                case 12 -> procedure(day);
                default -> against(day);
            };
        }

        private Item condition(LocalDate day, String code) {
            String status = "http://terminology.hl7.org/CodeSystem/condition-";
            return item(
                    "Condition",
                    day,
                    "'clinicalStatus':" + code(status + "clinical", "active")
                            + ",'verificationStatus':" + code(status + "ver-status", "confirmed")
                            + ",'code':" + code(ICD, code) + ",'onsetDateTime':'" + day + "'");
        }

        private Item observation(LocalDate day, String code, double value, String unit, String more) {
            return item(
                    "Observation",
                    day,
                    "'status':'final','code':" + code(LOINC, code) + ",'effectiveDateTime':'" + day
                            + "','valueQuantity':{'value':" + value + ",'system':'http://unitsofmeasure.org','code':'"
                            + unit + "'}"
                            + more);
        }

        private Item survey(LocalDate day, String code, int value, String unit) {
            return observation(day, code, value, unit, "");
        }

        private Item bone(LocalDate day, String code, String region, String unit, double value) {
            String where = region == null ? "" : ",'bodySite':" + code(KEDJA + "kedja-bone-region", region);
            int scanner = random.nextInt(3);
            String device = scanner == 0 ? "" : ",'device':{'reference':'Device/" + name + "-" + scanner + "'}";
            return observation(day, code, Math.round(value * 1000) / 1000.0, unit, where + device);
        }

        private Item laboratory(LocalDate day) {
            return switch (random.nextInt(4)) {
                case 0 -> survey(day, "62238-1", 20 + random.nextInt(60), "mL/min/{1.73_m2}");
                case 1 -> observation(day, "1995-0", 1.0 + random.nextInt(4) / 10.0, "mmol/L", "");
                case 2 -> survey(day, "62292-8", 20 + random.nextInt(60), "nmol/L");
                default -> survey(day, "4537-7", 10, "mm/h");
            };
        }

        private Item dispensed(LocalDate day) {
            String days = random.nextBoolean()
                    ? ",'daysSupply':{'value':" + (20 + random.nextInt(180))
                            + ",'system':'http://unitsofmeasure.org','code':'d'}"
                    : "";
            return drug("MedicationDispense", day, "'status':'completed','whenHandedOver':'" + day + "'" + days);
        }

        private Item stated(LocalDate day) {
            String end = random.nextBoolean() ? ",'end':'" + day.plusDays(random.nextInt(900)) + "'" : "";
            return drug(
                    "MedicationStatement",
                    day,
                    "'status':'active','effectivePeriod':{'start':'" + day + "'" + end + "}");
        }

        private Item drug(String type, LocalDate day, String more) {
            String drug = DRUGS.get(random.nextInt(DRUGS.size()));
            return item(type, day, "'medicationCodeableConcept':" + code(ATC, drug) + "," + more);
        }

        private Item referral(LocalDate day) {
            List<String> to = List.of("primary-care", "physiotherapy", "osteoporosis-clinic", "bone-density");
            String code = "referral-" + to.get(random.nextInt(to.size()));
            return item(
                    "ServiceRequest",
                    day,
                    "'status':'active','intent':'order','code':" + code(KEDJA + "kedja-activity", code)
                            + ",'authoredOn':'" + day + "'");
        }

        private Item procedure(LocalDate day) {
            String code = List.of("AN006", "QB001", "QV012", "GB009", "DV111", "AW001")
                    .get(random.nextInt(6));
            return item(
                    "Procedure",
                    day,
                    "'status':'completed','code':" + code(KVA, code) + ",'performedDateTime':'" + day + "'");
        }

        private Item against(LocalDate day) {
            if (random.nextBoolean()) {
                return item(
                        "Procedure",
                        day,
                        "'status':'not-done','code':"
                                + code(KEDJA + "kedja-activity", "lifestyle-advice-diet") + ",'statusReason':"
                                + code(KEDJA + "kedja-not-done-reason", "declined") + ",'performedDateTime':'" + day
                                + "'");
            }
            return item(
                    "MedicationRequest",
                    day,
                    "'status':'active','intent':'order','doNotPerform':true,"
                            + "'medicationCodeableConcept':" + code(ATC, "M05BA04") + ",'reasonCode':["
                            + code(KEDJA + "kedja-not-done-reason", "declined") + "],'authoredOn':'" + day + "'");
        }

        private Item item(String type, LocalDate day, String json) {
            return new Item(type, day, "'subject':{'reference':'Patient/" + name + "-0'}," + json);
        }

        private static String code(String system, String code) {
            return "{'coding':[{'system':'" + system + "','code':'" + code + "'}]}";
        }
    }
}
