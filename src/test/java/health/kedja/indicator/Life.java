package health.kedja.indicator;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells what happened to a person. Days are written {@code 2021-01-31}, times {@code 2021-01-31T14:30}. */
final class Life {

    private final List<Event> events = new ArrayList<>();
    private int sources;
    private String lastContact;

    List<Event> events() {
        return events;
    }

    Life born(String day) {
        return add(Kind.BIRTH, day, null, null, null, Double.NaN, null, "Patient/1");
    }

    Life died(String day) {
        return add(Kind.DEATH, day, null, null, null, Double.NaN, null, "Patient/1");
    }

    Life sex(String code) {
        return add(Kind.SEX, null, null, code, null, Double.NaN, null, "Patient/1");
    }

    Life bornIn(String country) {
        return add(Kind.COUNTRY_OF_BIRTH, null, null, country, null, Double.NaN, null, "Patient/1");
    }

    /** Lives in a region (or {@code abroad}) from a day on, or since birth. */
    Life livesIn(String region, String from, String to) {
        return add(Kind.RESIDENCE, from, to, region, region + "80", Double.NaN, null, "Patient/1");
    }

    Life livesIn(String region) {
        return livesIn(region, null, null);
    }

    Life listedAt(String unit, String from, String to) {
        return add(Kind.LISTED, from, to, null, unit, Double.NaN, null, next());
    }

    Life education(String code) {
        return add(Kind.EDUCATION, null, null, code, null, Double.NaN, null, "Patient/1");
    }

    Life inHousing(String from, String to) {
        return add(Kind.CARE_HOME_STAY, from, to, null, null, Double.NaN, null, next());
    }

    /** A diagnosis of a fracture without contact. */
    Life breaks(String icd, String day) {
        return add(Kind.FRACTURE, day, null, icd, null, Double.NaN, null, next());
    }

    /** A visit to a specialist with a fracture as main diagnosis. */
    Life visitsFor(String icd, String day) {
        return contact("AMB", day, day, icd, true);
    }

    /** Inpatient care with a fracture as main diagnosis. */
    Life inHospitalFor(String icd, String from, String to) {
        return contact("IMP", from, to, icd, true);
    }

    Life contact(String type, String from, String to, String icd, boolean main) {
        String encounter = next();
        lastContact = encounter;
        String condition = next();
        add(Kind.ENCOUNTER, from, to, type, "Organization/1", Double.NaN, null, encounter);
        add(Kind.FRACTURE, from.substring(0, 10), null, icd, null, Double.NaN, encounter, condition);
        return main ? add(Kind.MAIN_DIAGNOSIS, from, null, null, condition, Double.NaN, encounter, next()) : this;
    }

    /** The side of the fracture told last. */
    Life sided(String laterality) {
        for (int i = events.size() - 1; i >= 0; i--) {
            Event event = events.get(i);
            if (event.kind() == Kind.FRACTURE) {
                events.set(
                        i,
                        new Event(
                                event.kind(),
                                event.day(),
                                event.end(),
                                event.code(),
                                event.qualifier(),
                                laterality,
                                event.value(),
                                event.source(),
                                event.encounter()));
                return this;
            }
        }
        throw new IllegalStateException("No fracture");
    }

    /** An osteoporosis diagnosis at the contact told last. */
    Life osteoporosisAtTheLastContact(String icd) {
        Event contact = events.stream()
                .filter(event -> event.source().equals(lastContact))
                .findFirst()
                .orElseThrow();
        return add(
                Kind.OSTEOPOROSIS_DIAGNOSIS,
                contact.day().toString(),
                null,
                icd,
                null,
                Double.NaN,
                lastContact,
                next());
    }

    /** Arrival and start of the operation, each with time of day or without. */
    Life hipOperated(String arrival, String start) {
        String encounter = next();
        add(Kind.ENCOUNTER, arrival, null, "IMP", "Organization/1", Double.NaN, null, encounter);
        return add(Kind.HIP_FRACTURE_SURGERY, start, null, "NFJ59", null, Double.NaN, encounter, next());
    }

    Life dispensed(String atc, String day) {
        return dispensed(atc, day, 90);
    }

    Life dispensed(String atc, String day, double days) {
        return add(Kind.DRUG_DISPENSED, day, null, atc, null, days, null, next());
    }

    Life given(String atc, String day) {
        return add(Kind.DRUG_ADMINISTERED, day, null, atc, null, Double.NaN, null, next());
    }

    /** A drug given at the contact told last. */
    Life givenAtTheLastContact(String atc) {
        Event contact = events.stream()
                .filter(event -> event.source().equals(lastContact))
                .findFirst()
                .orElseThrow();
        return add(Kind.DRUG_ADMINISTERED, contact.day().toString(), null, atc, null, Double.NaN, lastContact, next());
    }

    Life decidedAgainst(Kind what, String reason, String day) {
        return add(Kind.NOT_DONE, day, null, what.token(), reason, Double.NaN, null, next());
    }

    Life has(Kind kind, String day, String code) {
        return add(kind, day, null, code, null, Double.NaN, null, next());
    }

    private Life add(
            Kind kind,
            String from,
            String to,
            String code,
            String qualifier,
            double value,
            String encounter,
            String source) {
        events.add(new Event(
                kind,
                day(from),
                day(to),
                code,
                qualifier,
                null,
                from != null && from.length() > 10 ? minutes(from) : value,
                source,
                encounter));
        return this;
    }

    private String next() {
        return "Source/" + ++sources;
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text.substring(0, 10));
    }

    private static double minutes(String time) {
        return Integer.parseInt(time.substring(11, 13)) * 60 + Integer.parseInt(time.substring(14, 16));
    }
}
