package health.kedja.synthetic;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** A person as a Patient, marked as a test patient and with no national identity number, which could be somebody's. */
final class FhirPatient {

    private static final String BIRTH_PLACE = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";
    private static final String COUNTY = "urn:oid:1.2.752.129.2.2.1.18";
    private static final String MUNICIPALITY = "urn:oid:1.2.752.129.2.2.1.17";
    private static final String DANISH_REGION =
            "http://hl7.dk/fhir/core/StructureDefinition/dk-core-RegionalSubDivisionCodes";
    private static final String DANISH_MUNICIPALITY =
            "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes";

    private FhirPatient() {}

    static Patient of(SyntheticPerson person, Country country) {
        Patient patient = new Patient();
        patient.setId(person.id());
        patient.getMeta()
                .addProfile(Codes.PROFILE + "kedja-patient")
                .addTag("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data");
        patient.addIdentifier()
                .setSystem("https://kedja.health/fhir/NamingSystem/synthetic-person")
                .setValue(person.id());
        patient.addName().setFamily("Synthetic").addGiven(person.id());
        patient.setGender(AdministrativeGender.fromCode(person.sex()));
        patient.setBirthDateElement(new DateType(person.birth().toString()));
        if (person.death() != null) {
            patient.setDeceased(new DateTimeType(person.death().toString()));
        }
        patient.addExtension(BIRTH_PLACE, new Address().setCountry(person.countryOfBirth()));
        if (person.education() != null) {
            patient.addExtension(Codes.PROFILE + "kedja-education", Codes.concept(Codes.EDUCATION, person.education()));
        }
        patient.addGeneralPractitioner(new Reference(person.listedAt()));
        person.all(Fact.Home.class).forEach(home -> patient.addAddress(address(home, country)));
        return patient;
    }

    private static Address address(Fact.Home home, Country country) {
        Address address = new Address();
        address.setUse(home.to() == null ? Address.AddressUse.HOME : Address.AddressUse.OLD);
        address.setPeriod(period(home.day(), home.to()));
        if (home.region().equals("abroad")) {
            return address.setCountry("NO");
        }
        address.setCountry(country.name());
        CodeableConcept municipality = Codes.concept(MUNICIPALITY, home.municipality());
        if (country == Country.SE) {
            address.addExtension(Codes.PROFILE + "kedja-county", Codes.concept(COUNTY, home.region()));
            address.addExtension(Codes.PROFILE + "kedja-municipality", municipality);
        } else {
            CodeableConcept region = Codes.concept(
                    "urn:iso:std:iso:3166:-2", "DK-" + home.region().substring(2));
            address.addExtension(DANISH_REGION, region);
            municipality.getCodingFirstRep().setSystem("http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes");
            address.addExtension(DANISH_MUNICIPALITY, municipality);
        }
        return address;
    }

    static Period period(LocalDate from, LocalDate to) {
        Period period = new Period();
        period.getStartElement().setValueAsString(from.toString());
        if (to != null) {
            period.getEndElement().setValueAsString(to.toString());
        }
        return period;
    }
}
