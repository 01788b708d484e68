package health.kedja.operation.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import health.kedja.history.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CDS Hooks as a record system calls them. */
class CdsHooksOverHttpTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    /** What to do in bold, and the first day that is named. */
    private static final Pattern ITEM =
            Pattern.compile("(?m)^- \\*\\*(.*?)\\*\\* (?:[^0-9]{1,40}([0-9]{4}-[0-9]{2}-[0-9]{2})\\.)?");

    private static final String NOISE = "{}[]\",:0-eå ";

    private final FhirHttp http = new FhirHttp(SERVER.base());
    private final FhirHttp fhir = new FhirHttp(SERVER.fhirBase());
    private final String patient = "cds-" + UUID.randomUUID();

    private static JsonNode json(FhirHttp.Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode cards(String service, String body, String... headers) {
        return json(http.post(service, body, headers).expect(200)).path("cards");
    }

    private static List<String> all(JsonNode cards, String pointer) {
        List<String> values = new ArrayList<>();
        cards.forEach(card -> values.add(card.at(pointer).asText()));
        return values;
    }

    /** A hip fracture long enough ago that much of the chain is overdue. */
    private void store() {
        fhir.put("Patient/" + patient, Records.patient(patient, "1940-01-01")).expect(201);
        fhir.put("Condition/" + patient, fracture()).expect(201);
    }

    private String fracture() {
        return Records.hipFracture(
                patient, patient, LocalDate.now().minusDays(100).toString());
    }

    private String record() {
        return Records.bundle(
                "collection",
                "PUT Patient/" + patient,
                Records.patient(patient, "1940-01-01"),
                "PUT Condition/" + patient,
                fracture());
    }

    @Test
    void discovery_tells_the_services_with_their_hooks() {
        JsonNode services = json(http.get("cds-services").expect(200)).path("services");

        assertThat(all(services, "/id")).containsExactly("kedja-fracture-chain", "kedja-fracture-chain-at-discharge");
        assertThat(all(services, "/hook")).containsExactly("patient-view", "encounter-discharge");
        assertThat(all(services, "/description")).allMatch(text -> text.contains("fracture"));
        assertThat(all(services, "/prefetch/record")).containsOnly("Patient/{{context.patientId}}/$everything");
        assertThat(services.get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "hook", "title", "description", "prefetch");
    }

    @Test
    void discovery_is_in_the_language_of_the_reader() {
        assertThat(http.get("cds-services", "Accept-Language", "sv").expect(200).body())
                .contains("Frakturkedjan");
        assertThat(http.get("cds-services", "Accept-Language", "da").expect(200).body())
                .contains("Brudkæden");
    }

    @Test
    void the_cards_have_the_next_actions_of_the_same_patient_each_once_and_in_their_order() {
        store();
        for (String language : List.of("en", "sv", "da")) {
            JsonNode cards = cards(Hook.VIEW, Hook.view(patient), "Accept-Language", language);
            Parameters worklist = fhir.get("Patient/" + patient + "/$next-actions", "Accept-Language", language)
                    .expect(200)
                    .as(Parameters.class);
            List<String> actions = worklist.getParameter().stream()
                    .filter(part -> part.getName().equals("action"))
                    .map(action -> String.join(
                            "|",
                            value(action, "type"),
                            value(action, "overdue").equals("true") ? "warning" : "info",
                            value(action, "text"),
                            value(action, "due")))
                    .toList();
            List<String> items = new ArrayList<>();
            for (JsonNode card : cards) {
                Matcher item = ITEM.matcher(card.path("detail").asText());
                while (item.find()) {
                    String due = item.group(2) == null ? "" : item.group(2);
                    items.add(String.join(
                            "|",
                            card.at("/source/topic/code").asText(),
                            card.path("indicator").asText(),
                            item.group(1),
                            due));
                }
            }

            assertThat(actions).hasSizeGreaterThan(10);
            assertThat(items).containsExactlyInAnyOrderElementsOf(actions);
            assertThat(cards).hasSizeBetween(4, 6);
            for (String sort : List.of("step|warning", "step|info", "missing|warning", "advice|info")) {
                assertThat(items.stream().filter(item -> item.startsWith(sort)))
                        .containsExactlyElementsOf(actions.stream()
                                .filter(action -> action.startsWith(sort))
                                .toList());
            }
            assertThat(items.get(0)).isEqualTo(actions.get(0)).startsWith("step|warning");
            assertThat(all(cards, "/detail")).allMatch(detail -> detail.contains("Condition/" + patient));
        }
    }

    private static String value(ParametersParameterComponent action, String name) {
        return action.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .map(part -> part.getValue().primitiveValue())
                .orElse("");
    }

    @Test
    void a_card_is_whole_and_has_nothing_else() {
        store();
        JsonNode cards = cards(Hook.VIEW, Hook.view(patient));

        assertThat(all(cards, "/uuid")).doesNotHaveDuplicates().allMatch(uuid -> UUID.fromString(uuid) != null);
        assertThat(all(cards, "/summary")).allMatch(summary -> !summary.isBlank() && summary.length() < 140);
        assertThat(cards.get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("uuid", "summary", "detail", "indicator", "source", "overrideReasons");
        assertThat(cards.get(0).at("/source/label").asText()).contains("sekundärprevention efter fraktur");
        assertThat(cards.get(0).at("/overrideReasons/0/code").asText()).isEqualTo("declined");
        assertThat(cards.get(0).at("/overrideReasons/0/display").asText()).isEqualTo("Declined by the patient");
        String guideline = cards.get(0).at("/source/url").asText();
        assertThat(guideline).startsWith(SERVER.fhirBase().toString());
        fhir.get(guideline).expect(200);
    }

    @Test
    void at_discharge_the_cards_are_the_same() {
        store();
        assertThat(all(cards(Hook.DISCHARGE, Hook.discharge(patient)), "/detail"))
                .isNotEmpty()
                .isEqualTo(all(cards(Hook.VIEW, Hook.view(patient)), "/detail"));
    }

    @Test
    void a_patient_without_fracture_has_no_cards() {
        fhir.put("Patient/" + patient, Records.patient(patient, "1940-01-01")).expect(201);
        assertThat(json(http.post(Hook.VIEW, Hook.view(patient)).expect(200)).path("cards"))
                .isEmpty();
        assertThat(http.post(Hook.VIEW, Hook.view(patient)).body()).isEqualTo("{\"cards\":[]}");
    }

    @Test
    void a_record_that_is_sent_gives_the_cards_that_it_would_give_if_it_were_stored_and_is_not_stored() {
        List<String> sent = all(cards(Hook.VIEW, Hook.view(patient, record())), "/detail");
        fhir.get("Patient/" + patient).expect(404);
        store();
        assertThat(sent).isNotEmpty().isEqualTo(all(cards(Hook.VIEW, Hook.view(patient)), "/detail"));
    }

    @Test
    void a_patient_who_is_not_here_is_412_whether_deleted_or_never_known() {
        String never = http.post(Hook.VIEW, Hook.view(patient)).expect(412).diagnostics();
        assertThat(never).contains("context.patientId", "prefetch.record");
        fhir.put("Patient/" + patient, Records.patient(patient, "1940-01-01")).expect(201);
        fhir.delete("Patient/" + patient).expect(200, 204);
        assertThat(http.post(Hook.VIEW, Hook.view(patient)).expect(412).diagnostics())
                .isEqualTo(never);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"severity\": \"error\", \"code\": \"timeout\"}]}"
            })
    void where_the_client_has_no_record_what_is_stored_counts(String nothing) {
        store();
        assertThat(cards(Hook.VIEW, Hook.view(patient, nothing))).isNotEmpty();
    }

    @Test
    void nothing_is_fetched_from_the_server_that_the_client_names() throws IOException {
        store();
        try (java.net.ServerSocket other = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            other.setSoTimeout(1_000);
            String named = ", \"fhirServer\": \"http://127.0.0.1:" + other.getLocalPort()
                    + "\", \"fhirAuthorization\": {\"access_token\": \"secret\", \"token_type\": \"Bearer\"}";
            String context = "\"userId\": \"Practitioner/anna\", \"patientId\": \"";
            http.post(Hook.VIEW, Hook.request("patient-view", context + patient + "\"", named))
                    .expect(200);
            http.post(Hook.VIEW, Hook.request("patient-view", context + "nobody-" + patient + "\"", named))
                    .expect(412);
            org.assertj.core.api.Assertions.assertThatThrownBy(other::accept)
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void a_page_of_a_record_is_412() {
        String page = record().replaceFirst(
                        "\\{", "{\"link\": [{\"relation\": \"next\", \"url\": \"https://ehr.example.org/2\"}],");
        assertThat(http.post(Hook.VIEW, Hook.view(patient, page)).expect(412).diagnostics())
                .contains("one page of several");
    }

    private void refused(String body, String... words) {
        assertThat(http.post(Hook.VIEW, body).expect(400).diagnostics()).contains(words);
    }

    @Test
    void a_bad_request_is_400_and_names_the_element() {
        String good = Hook.view("p");
        refused("", "body");
        refused("[]", "body", "object");
        refused("{\"hook\": \"patient-view\",\n\n oops}", "body", "line 3");
        refused(good + "{}", "body");
        refused("{\"hook\": \"patient-view\", \"hook\": \"patient-view\"}", "twice");
        refused(good.replace("\"hook\"", "\"crook\""), "'hook'");
        refused(good.replace("patient-view", "order-sign"), "'hook'", "order-sign", "patient-view");
        refused(good.replace("\"patient-view\"", "5"), "'hook'");
        refused(good.replace("hookInstance", "instance"), "'hookInstance'");
        refused(good.replaceFirst("hookInstance\": \"[^\"]*", "hookInstance\": \"1"), "'hookInstance'", "UUID");
        refused(good.replace("\"context\"", "\"about\""), "'context'");
        refused(good.replace("userId", "user"), "'context.userId'");
        refused(good.replace("Practitioner/anna", "anna"), "'context.userId'", "anna");
        refused(good.replace("patientId", "patient"), "'context.patientId'");
        refused(good.replace("\"p\"", "\"Patient/p\""), "'context.patientId'", "Patient/p");
        refused(good.replace("\"p\"", "\"p'; drop table kedja.event; --\""), "'context.patientId'");
    }

    @Test
    void a_bad_record_is_400_and_names_the_element() {
        refused(Hook.view("p", "[]"), "prefetch.record");
        refused(Hook.view("p", "{\"resourceType\": \"Patient\", \"id\": \"p\"}"), "prefetch.record", "Bundle");
        refused(Hook.view("p", "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"nothing\": 1}"), "nothing");
        refused(Hook.view("p", record()), "prefetch.record", "context.patientId");
        refused(Hook.view("p", "null").replace("\"record\"", "\"patient\""), "prefetch.patient", "'record'");
        refused(Hook.view("p", "null").replace("{\"record\": null}", "7"), "'prefetch'");
    }

    @Test
    void a_record_that_does_not_conform_is_422() {
        String broken = record().replace("\"active\"", "\"nonsense\"");
        assertThat(http.post(Hook.VIEW, Hook.view(patient, broken)).expect(422).diagnostics())
                .contains("clinicalStatus");
    }

    @Test
    void at_discharge_the_encounter_is_needed() {
        String without = Hook.discharge("p").replace("encounterId", "visit");
        assertThat(http.post(Hook.DISCHARGE, without).expect(400).diagnostics()).contains("context.encounterId");
    }

    @Test
    void other_addresses_and_methods_are_404_and_405() {
        assertThat(http.post("cds-services/nothing", Hook.view("p")).expect(404).diagnostics())
                .contains("/cds-services");
        http.get("cds-services/nothing").expect(404);
        http.post(Hook.VIEW + "/feedback", "{\"feedback\": []}").expect(404);
        http.post("cds-services", Hook.view("p")).expect(404);
        assertThat(http.get(Hook.VIEW).expect(405).header("Allow")).isEqualTo("POST");
        http.put(Hook.VIEW, Hook.view("p")).expect(405);
        http.delete("cds-services").expect(405);
    }

    @Test
    void a_body_that_is_too_large_or_too_deep_is_refused() {
        String large = Hook.view("p") + " ".repeat(51 * 1024 * 1024);
        assertThat(http.post(Hook.VIEW, large).expect(413).diagnostics()).contains("kedja.requests.max-body");
        String deep = "[".repeat(101) + "]".repeat(101);
        refused(Hook.view("p", deep), "kedja.requests.max-depth");
        refused(Hook.view("p", "{\"resourceType\": \"Bundle\", \"total\": 1e9999}"), "exponent");
    }

    @Test
    void no_damaged_request_makes_the_server_fail() {
        store();
        Random dice = new Random(28);
        String good = Hook.view(patient, record());
        for (int i = 0; i < 300; i++) {
            StringBuilder damaged = new StringBuilder(good);
            for (int j = 0; j <= dice.nextInt(4); j++) {
                int at = dice.nextInt(damaged.length());
                if (dice.nextBoolean()) {
                    damaged.deleteCharAt(at);
                } else {
                    damaged.setCharAt(at, NOISE.charAt(dice.nextInt(NOISE.length())));
                }
            }
            assertThat(http.post(Hook.VIEW, damaged.toString()).status())
                    .as(damaged.toString())
                    .isIn(200, 400, 412, 422);
        }
    }

    @Test
    void the_answer_has_the_headers_of_every_answer() {
        FhirHttp.Answer answer = http.get("cds-services").expect(200);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }
}
