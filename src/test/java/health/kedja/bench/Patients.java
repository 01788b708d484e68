package health.kedja.bench;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * Invented patients to store: copies of the demonstration patient with a hip fracture and everything that follows it
 * (28 resources, 25 of them under a profile of Kedja), each with ids and a personal identity number of its own. They
 * are sent with ids chosen by the client, which is the cheapest write there is: what Kedja adds weighs most then.
 */
final class Patients implements Supplier<String> {

    private static final int IN_A_BUNDLE = 4;
    private static final String TEMPLATE = "anna-hoft";

    private final List<String> entries = new ArrayList<>();
    private final String personalNumber;

    Patients() {
        FhirContext context = FhirContext.forR4();
        Bundle bundle = context.newJsonParser().parseResource(Bundle.class, template());
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            entries.add("{\"fullUrl\":\"" + entry.getFullUrl() + "\",\"resource\":"
                    + context.newJsonParser().encodeResourceToString(entry.getResource())
                    + ",\"request\":{\"method\":\"PUT\",\"url\":\""
                    + entry.getRequest().getUrl() + "\"}}");
        }
        personalNumber = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(org.hl7.fhir.r4.model.Patient.class::isInstance)
                .map(org.hl7.fhir.r4.model.Patient.class::cast)
                .findFirst()
                .orElseThrow()
                .getIdentifierFirstRep()
                .getValue();
    }

    private static String template() {
        try (InputStream stream = Resource.class.getResourceAsStream("/demo/" + TEMPLATE + ".json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Resources in a Bundle. */
    int size() {
        return IN_A_BUNDLE * entries.size();
    }

    /** A transaction Bundle with new patients. */
    @Override
    public String get() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < IN_A_BUNDLE; i++) {
            all.addAll(
                    patient("p" + Long.toHexString(ThreadLocalRandom.current().nextLong())));
        }
        return bundle(all);
    }

    /** A transaction Bundle with one patient of this id. */
    String get(String id) {
        return bundle(patient(id));
    }

    /** The same, of a patient of a unit that is stored already, with one entry more. */
    String at(String unit, String id, String more) {
        List<String> all = patient(id).stream()
                .filter(entry -> !entry.contains("\"resourceType\":\"Organization\""))
                .map(entry -> entry.replace("Organization/" + id + "-klinik", "Organization/" + unit))
                .collect(Collectors.toCollection(ArrayList::new));
        all.add(more);
        return bundle(all);
    }

    private List<String> patient(String id) {
        String number = personalNumber.substring(0, 8)
                + PersonalNumber.end(
                        personalNumber.substring(2, 8),
                        ThreadLocalRandom.current().nextInt(1000));
        return entries.stream()
                .map(entry -> entry.replace(TEMPLATE, id).replace(personalNumber, number))
                .toList();
    }

    private static String bundle(List<String> entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    /** The last four digits of a Swedish personal identity number, the last of which is a check digit. */
    private static final class PersonalNumber {

        private PersonalNumber() {}

        static String end(String birthDate, int number) {
            String digits = birthDate + String.format("%03d", number);
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
                sum += product / 10 + product % 10;
            }
            return digits.substring(6) + (10 - sum % 10) % 10;
        }
    }
}
