package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that cannot be read is the client's fault, and is never answered as one of the server. */
class MalformedSearchTest {

    /** By type of search parameter. */
    private static final Map<String, List<String>> MALFORMED = Map.of(
            "token", List.of("|", "a|b|c", "|||", ",", "\\", "$", "a\0b"),
            "string", List.of("a\0b", "\\", ",", "$"),
            "date", List.of("x", "2024-13-45", "ge", "zz2024", "9999999999", "0000", "2024-01-01T25:00"),
            "number", List.of("x", "1e999999", "ge", "NaN"),
            "quantity", List.of("1e999", "x", "|", "1|2|3|4", "NaN|a|b"),
            "reference", List.of("/", "Foo/1", "Patient/", "http://", "a/b/c/d", "#", "x y"),
            "composite", List.of("x", "$", "x$", "$x", "x$y$z", "a|b|c"),
            "uri", List.of("a\0b", ":", "\\", "urn:"),
            "special", List.of("x", "|", "1|2|x|km", "a|b|c|d", "1|2|3|parsec", "||||", "999|999"));

    private static final int VALUES_EACH = 2;

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Each parameter gets a few of the values in turn, those of one type of resource together all of them. */
    @Test
    void no_search_parameter_of_any_type_fails_on_a_malformed_value() {
        List<String> failures = new ArrayList<>();
        int turn = 0;
        for (CapabilityStatementRestResourceComponent type : http.get("metadata")
                .expect(200)
                .as(CapabilityStatement.class)
                .getRestFirstRep()
                .getResource()) {
            for (CapabilityStatementRestResourceSearchParamComponent parameter : type.getSearchParam()) {
                List<String> values = MALFORMED.get(parameter.getType().toCode());
                boolean all = List.of("composite", "special")
                        .contains(parameter.getType().toCode());
                for (int i = 0; i < (all ? values.size() : VALUES_EACH); i++) {
                    String search = type.getType() + "?_count=1&" + parameter.getName() + "="
                            + encoded(values.get(turn++ % values.size()));
                    int status = http.get(search).status();
                    if (status >= 500) {
                        failures.add(status + " " + search);
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(turn).isGreaterThan(1000);
    }

    @Test
    void a_composite_value_without_both_parts_is_refused_by_name_rule_and_value() {
        for (String value : List.of("xyz", "xyz$", "$xyz")) {
            for (String parameter : List.of("code-value-quantity", "code-value-string", "combo-code-value-concept")) {
                assertThat(http.get("Observation?" + parameter + "=" + encoded(value))
                                .expect(400)
                                .diagnostics())
                        .contains(parameter, "two values with a $", "xyz");
            }
        }
        http.get("Observation?code-value-quantity=" + encoded("http://loinc.org|24966-4$lt0.8"))
                .expect(200);
    }

    @Test
    void a_position_that_is_none_is_refused_by_name_rule_and_value_also_behind_a_chain() {
        for (String value : List.of("x", "91|0", "0|181", "1|2|y|km", "||||")) {
            assertThat(http.get("Location?near=" + encoded(value)).expect(400).diagnostics())
                    .contains("near", "latitude|longitude", value);
        }
        assertThat(http.get("PractitionerRole?location.near=x").expect(400).diagnostics())
                .contains("location.near", "latitude|longitude", "\"x\"");
        http.get("Location?near=" + encoded("55.6|13.0|10|km")).expect(200);
        http.get("Location?near=" + encoded("55.6|13.0")).expect(200);
    }

    @Test
    void in_a_batch_only_the_malformed_search_is_refused() {
        for (String search : List.of(
                "Observation?code-value-quantity=x",
                "Location?near=x",
                "Patient?birthdate=x",
                "Patient?_has:Observation:patient:code-value-string=x")) {
            String answer = http.post("", """
                            {"resourceType": "Bundle", "type": "batch", "entry": [
                             {"request": {"method": "GET", "url": "%s"}},
                             {"request": {"method": "GET", "url": "Patient?_count=1"}}]}""".formatted(search)).expect(200).body();
            assertThat(answer).as(search).contains("\"400 ", "\"200 ").doesNotContain("\"500 ");
        }
    }

    @Test
    void has_behind_a_reference_to_several_types_asks_for_the_type() {
        assertThat(http.get("Observation?subject._has:Condition:patient:code=x")
                        .expect(400)
                        .diagnostics())
                .contains("subject:Patient._has");
        http.get("Observation?subject:Patient._has:Condition:patient:code=x").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_sort=",
                "_sort=nosuch",
                "_sort=-",
                "_sort=,",
                "_sort=--birthdate",
                "_sort=general-practitioner.",
                "_include=",
                "_include=x",
                "_include=Patient:",
                "_include=Foo:bar",
                "_include=::",
                "_revinclude=x",
                "_revinclude=Observation:",
                "_revinclude=Foo:bar",
                "_include:iterate=Patient:nosuch",
                "_count=-1",
                "_count=x",
                "_count=99999999999999999999",
                "_count=1.5",
                "_offset=-1",
                "_offset=x",
                "_elements=",
                "_elements=nosuch",
                "_elements=Foo.bar",
                "_elements=.",
                "_summary=nosuch",
                "_total=nosuch",
                "_format=garbage",
                "_format=",
                "_format=html/garbage",
                "_pretty=x",
                "_has=x",
                "_has:=x",
                "_has:x=y",
                "_has:Observation=x",
                "_has:Observation:patient=x",
                "_has:Observation:patient:nosuch=x",
                "_has:Observation:nosuch:code=x",
                "_has:Foo:patient:code=x",
                "_has::::=x",
                "_has:Observation:patient:=x",
                "_has:Observation:patient:code-value-quantity=x",
                "_has:Observation:patient:date=x",
                "_has:Observation:patient:_has:Foo:bar:baz=x",
                "general-practitioner.=x",
                "general-practitioner.nosuch=x",
                "general-practitioner:Foo.name=x",
                "organization..=x",
                "birthdate.x=x",
                ".=x",
                "=x",
                ":=x",
                "&&&",
                "%24=x",
                "_id=%00",
                "_id=,",
                "_lastUpdated=x",
                "_lastUpdated=gt",
                "_source=%23",
                "identifier:of-type=x",
                "name:nosuch=x",
                "birthdate:missing=x",
                "_type=x",
                "_query=x",
                "_contained=x",
                "_getpages=nosuch"
            })
    void a_malformed_search_is_not_a_failure_of_the_server(String query) {
        assertThat(http.get("Patient?" + query).status()).isLessThan(500);
    }

    @Test
    void a_value_set_that_cannot_be_expanded_is_refused_and_one_that_lists_its_codes_is_searched_by() {
        String ours = "https://kedja.health/fhir/ValueSet/";
        for (String modifier : List.of("in", "not-in")) {
            assertThat(http.get("Condition?code:" + modifier + "=" + ours + "kedja-activity")
                            .expect(400)
                            .diagnostics())
                    .contains("value set");
            http.get("Condition?code:" + modifier + "=" + ours + "kedja-bone-drugs-vgr")
                    .expect(200);
        }
    }
}
