package health.kedja.fhir;

import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/**
 * Sex, country of birth, education, residence and listing of a patient: what statistics are divided by
 * ({@code docs/spec-clarifications.md}, Demographics). What cannot be read is kept as {@link Kind#NOT_UNDERSTOOD}.
 */
final class Demographics {

    private static final String BIRTH_PLACE = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";
    private static final String EDUCATION = Systems.PROFILE + "kedja-education";
    private static final String EDUCATION_CODES = Systems.CODE_SYSTEM + "kedja-education";
    private static final Set<String> LEVELS = Set.of("compulsory", "upper-secondary", "post-secondary");
    /** Where a patient is reached, not where the patient lives. */
    private static final Set<Address.AddressUse> NOT_LIVED_AT =
            EnumSet.of(Address.AddressUse.TEMP, Address.AddressUse.BILLING, Address.AddressUse.WORK);

    private final Patient patient;
    private final Reading reading;
    private final List<Event> events = new ArrayList<>();

    private Demographics(Patient patient, Reading reading) {
        this.patient = patient;
        this.reading = reading;
    }

    static List<Event> of(Patient patient, Reading reading) {
        return new Demographics(patient, reading).read();
    }

    private List<Event> read() {
        if (patient.hasGender()) {
            add(Kind.SEX, patient.getGender().toCode());
        }
        birthPlace();
        education();
        patient.getAddress().forEach(this::residence);
        for (Reference listedAt : patient.getGeneralPractitioner()) {
            Event listed = reading.ofUnit(reading.event(Kind.LISTED, null), listedAt);
            if (listed.qualifier() != null) {
                events.add(listed);
            }
        }
        return events.stream().distinct().toList();
    }

    private void birthPlace() {
        Extension extension = patient.getExtensionByUrl(BIRTH_PLACE);
        if (extension == null || !(extension.getValue() instanceof Address place) || !place.hasCountry()) {
            return;
        }
        String country = Country.code(place.getCountry());
        if (country == null) {
            notUnderstood(place.getCountry());
        } else {
            add(Kind.COUNTRY_OF_BIRTH, country);
        }
    }

    private void education() {
        Extension extension = patient.getExtensionByUrl(EDUCATION);
        if (extension == null || !(extension.getValue() instanceof CodeableConcept concept)) {
            return;
        }
        for (Coding coding : concept.getCoding()) {
            if (EDUCATION_CODES.equals(coding.getSystem()) && LEVELS.contains(coding.getCode())) {
                add(Kind.EDUCATION, coding.getCode());
                return;
            }
        }
        notUnderstood(reading.concept(concept).label());
    }

    private void residence(Address address) {
        boolean unknownEnd = address.getUse() == Address.AddressUse.OLD
                && !address.getPeriod().hasEnd();
        if (NOT_LIVED_AT.contains(address.getUse()) || address.getType() == Address.AddressType.POSTAL || unknownEnd) {
            return;
        }
        Residence residence = Residence.of(address);
        if (residence.region() != null || residence.municipality() != null) {
            events.add(reading.event(
                            Kind.RESIDENCE,
                            reading.days().first(address.getPeriod().getStartElement()))
                    .withEnd(reading.days().end(address.getPeriod()))
                    .withCode(residence.region())
                    .withQualifier(residence.municipality()));
        }
        residence.unread().forEach(this::notUnderstood);
    }

    private void add(Kind kind, String code) {
        events.add(reading.event(kind, null).withCode(code));
    }

    private void notUnderstood(String written) {
        if (written != null) {
            events.add(reading.event(Kind.NOT_UNDERSTOOD, null).withCode(written));
        }
    }
}
