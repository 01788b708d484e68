package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was ordered and supplied of one drug, in order of day. */
final class Supplies {

    /** Days that a dose and a dispensing last when they do not say. */
    record Lasting(int dose, int dispensing) {}

    /** How long supplies of a drug last; null for another drug. */
    interface Lookup {
        Lasting lasting(String atc);
    }

    private final Lookup drugs;
    private final LocalDate today;
    private final int sameDoseDays;
    private final List<Event> orders = new ArrayList<>();
    private final List<Event> records = new ArrayList<>();
    private final Map<String, Supply> supplies = new LinkedHashMap<>();

    Supplies(List<Event> events, Lookup drugs, LocalDate today, int sameDoseDays) {
        this.drugs = drugs;
        this.today = today;
        this.sameDoseDays = sameDoseDays;
        for (Event event : events) {
            boolean isDrug = switch (event.kind()) {
                case DRUG_ORDERED, DRUG_DISPENSED, DRUG_ADMINISTERED, DRUG_STATED -> event.day() != null;
                default -> false;
            };
            if (isDrug && drugs.lasting(event.code()) != null) {
                (event.kind() == Kind.DRUG_ORDERED ? orders : records).add(event);
            }
        }
        for (Event event : records) {
            if (!isFetchedForADose(event)) {
                // A resource with several codes of the drug is one supply, and so are the records of one dose.
                boolean dose = event.kind() == Kind.DRUG_ADMINISTERED;
                String key = event.kind() + " " + event.day() + (dose ? "" : " " + event.source());
                supplies.merge(key, supply(event), (one, other) -> one.days() >= other.days() ? one : other);
            }
        }
    }

    List<Event> orders() {
        return orders;
    }

    /** Dispensings, doses and statements. */
    List<Event> records() {
        return records;
    }

    /** In order of day; of one day, what adds up comes last, so that it is taken after a dose given that day. */
    List<Supply> inOrder() {
        return supplies.values().stream()
                .sorted(Comparator.comparing(Supply::day)
                        .thenComparing(Supply::addsUp)
                        .thenComparing(Supply::stated)
                        .thenComparing(Supply::days))
                .toList();
    }

    private Supply supply(Event event) {
        Lasting lasting = drugs.lasting(event.code());
        return switch (event.kind()) {
            case DRUG_DISPENSED -> Supply.ofDispensing(event, lasting.dispensing());
            case DRUG_ADMINISTERED -> Supply.ofDose(event, lasting.dose());
            default -> Supply.ofStatement(event, today);
        };
    }

    /** A syringe that was fetched and then given is one dose; it counts from the day it was given. */
    private boolean isFetchedForADose(Event event) {
        if (event.kind() != Kind.DRUG_DISPENSED || sameDoseDays < 0) {
            return false;
        }
        LocalDate last = event.day().plusDays(sameDoseDays);
        for (Event other : records) {
            if (other.kind() == Kind.DRUG_ADMINISTERED
                    && !other.day().isBefore(event.day())
                    && !other.day().isAfter(last)) {
                return true;
            }
        }
        return false;
    }
}
