package health.kedja.synthetic;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The facts of a person as events. */
final class PersonEvents {

    private static final double NONE = Double.NaN;

    private final SyntheticPerson person;
    private final List<Event> events;

    PersonEvents(SyntheticPerson person) {
        this.person = person;
        this.events = new ArrayList<>(person.facts().size() + 12);
    }

    List<Event> all() {
        String patient = "Patient/" + person.id();
        add(Kind.BIRTH, person.birth(), null, null, null, patient);
        add(Kind.SEX, null, null, person.sex(), null, patient);
        add(Kind.COUNTRY_OF_BIRTH, null, null, person.countryOfBirth(), null, patient);
        add(Kind.LISTED, null, null, null, person.listedAt(), patient);
        if (person.education() != null) {
            add(Kind.EDUCATION, null, null, person.education(), null, patient);
        }
        if (person.death() != null) {
            add(Kind.DEATH, person.death(), null, null, null, patient);
        }
        for (Fact fact : person.facts()) {
            add(fact);
        }
        return events;
    }

    private void add(Fact fact) {
        if (fact instanceof Fact.Visit visit) {
            visit(visit);
        } else if (fact instanceof Fact.Fracture fracture) {
            fracture(fracture);
        } else if (fact instanceof Fact.Surgery surgery) {
            double minute = surgery.minute() < 0 ? NONE : surgery.minute();
            events.add(event(Kind.HIP_FRACTURE_SURGERY, surgery, surgery.code(), null, null, minute, surgery.visit()));
        } else if (fact instanceof Fact.Osteoporosis diagnosis) {
            events.add(event(
                    Kind.OSTEOPOROSIS_DIAGNOSIS, diagnosis, diagnosis.icd(), null, null, NONE, diagnosis.visit()));
        } else if (fact instanceof Fact.Supply supply) {
            Kind kind = supply.inClinic() ? Kind.DRUG_ADMINISTERED : Kind.DRUG_DISPENSED;
            double days = supply.inClinic() ? NONE : supply.days();
            events.add(event(kind, supply, supply.atc(), null, null, days, supply.visit()));
        } else if (fact instanceof Fact.Home home) {
            add(Kind.RESIDENCE, home.day(), home.to(), home.region(), home.municipality(), home.source());
        } else if (fact instanceof Fact.CareHome stay) {
            add(Kind.CARE_HOME_STAY, stay.day(), stay.to(), null, null, stay.source());
        } else if (fact instanceof Fact.Care care) {
            events.add(event(care.kind(), care, care.code(), care.qualifier(), care.side(), care.value(), care.visit())
                    .withEnd(care.to())
                    .withDevice(care.device()));
        }
    }

    private void visit(Fact.Visit visit) {
        double minute = visit.minute() < 0 ? NONE : visit.minute();
        events.add(new Event(
                Kind.ENCOUNTER,
                visit.day(),
                visit.to(),
                visit.patientClass(),
                visit.unit(),
                null,
                minute,
                visit.source(),
                null));
        if (visit.main() != null) {
            events.add(new Event(
                    Kind.MAIN_DIAGNOSIS,
                    visit.day(),
                    null,
                    null,
                    visit.main(),
                    null,
                    NONE,
                    visit.source(),
                    visit.source()));
        }
    }

    private void fracture(Fact.Fracture fracture) {
        Event event =
                event(Kind.FRACTURE, fracture, fracture.bone().icd(), null, fracture.side(), NONE, fracture.visit());
        events.add(event);
        if (fracture.twice() != null) {
            events.add(new Event(
                    event.kind(),
                    event.day(),
                    null,
                    event.code(),
                    null,
                    event.laterality(),
                    NONE,
                    fracture.twice(),
                    event.encounter()));
        }
        if (fracture.cause() != null) {
            events.add(new Event(
                    Kind.CIRCUMSTANCE,
                    fracture.day(),
                    null,
                    fracture.cause(),
                    null,
                    null,
                    NONE,
                    fracture.causeSource(),
                    event.encounter()));
        }
    }

    private void add(Kind kind, LocalDate day, LocalDate end, String code, String qualifier, String source) {
        events.add(new Event(kind, day, end, code, qualifier, null, NONE, source, null));
    }

    private static Event event(
            Kind kind, Fact fact, String code, String qualifier, String side, double value, Fact.Visit visit) {
        String encounter = visit == null ? null : visit.source();
        return new Event(kind, fact.day(), null, code, qualifier, side, value, fact.source(), encounter);
    }
}
