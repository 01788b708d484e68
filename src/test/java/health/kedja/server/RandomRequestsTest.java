package health.kedja.server;

import static health.kedja.history.Records.hipFracture;
import static health.kedja.history.Records.patient;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand requests made of pieces that are right, wrong and odd. None is a failure of the server. */
class RandomRequestsTest {

    private static final int REQUESTS = 1_000;
    private static final long SEED = 20261122;

    /** Names of classes, statements and stack traces. */
    private static final Pattern INNARDS = Pattern.compile(
            "\\b(org\\.(hl7|spring|apache|hibernate|postgresql)|ca\\.uhn|com\\.(fasterxml|ctc|zaxxer|google)|javax?\\.|jakarta\\.)"
                    + "|\\bat [a-z.]+\\([A-Za-z]+\\.java|(?i)\\bselect .+ from |insert into |could not (extract|execute)|hfj_");

    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "POST", "PUT", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "BREW");
    private static final List<String> TYPES = List.of(
            "Patient",
            "Condition",
            "Observation",
            "Organization",
            "Measure",
            "Binary",
            "Group",
            "Nothing",
            "patient",
            "");
    private static final List<String> TAILS = List.of(
            "",
            "",
            "",
            "/sweep",
            "/sweep",
            "/nobody",
            "/_search",
            "/_history",
            "/sweep/_history/1",
            "/sweep/_history/x",
            "/sweep/_history/0",
            "/$everything",
            "/sweep/$everything",
            "/$validate",
            "/$meta",
            "/sweep/$meta-add",
            "/$fracture-chain",
            "/sweep/$fracture-chain",
            "/sweep/$next-actions",
            "/$harmonise-bmd",
            "/$evaluate-measure",
            "/dk-os01/$evaluate-measure",
            "/$care-gaps",
            "/$collect-data",
            "/$expunge",
            "/sweep/$expunge",
            "/$lookup",
            "/$expand",
            "/$import",
            "/$diff",
            "/$get-resource-counts",
            "/$reindex",
            "/$snapshot",
            "/$apply",
            "/sweep/$graphql",
            "/%2e%2e",
            "/..%2f",
            "/%00",
            "/a%20b",
            "//",
            "/$",
            "/sweep/sweep/sweep",
            "/$mark-all-resources-for-reindexing",
            "/$perform-reindexing-pass",
            "/$hapi.fhir.replace-references",
            "/$merge",
            "/$last",
            "/$export",
            "/$process-message",
            "/$document",
            "/$member-match",
            "/$lastn",
            "/$poll-export-status",
            "/$bulk-patch");
    private static final List<String> NAMES = List.of(
            "_id",
            "name",
            "birthdate",
            "code",
            "value-quantity",
            "_count",
            "_offset",
            "_sort",
            "_include",
            "_revinclude",
            "_include:iterate",
            "_has:Condition:subject:code",
            "_has:x",
            "subject:Patient.name",
            "subject.name.name",
            "_elements",
            "_summary",
            "_total",
            "_format",
            "_pretty",
            "_lastUpdated",
            "_profile",
            "_tag",
            "_security",
            "_text",
            "_content",
            "_filter",
            "_list",
            "_type",
            "_since",
            "_at",
            "_getpages",
            "_getpagesoffset",
            "_bundletype",
            "asOf",
            "guideline",
            "periodStart",
            "periodEnd",
            "reportType",
            "subject",
            "measure",
            "stratifier",
            "near",
            "_query",
            "_contained",
            "_language",
            "_source",
            "_has",
            "identifier:of-type",
            "name:exact",
            "name:missing",
            "code:in",
            "code:below",
            "x",
            "_expunge",
            "_cascade",
            "_validate",
            "_graph",
            "mode",
            "_narrative",
            "url",
            "_typeFilter",
            "_outputFormat");
    private static final List<String> VALUES = List.of(
            "",
            "sweep",
            "x",
            "1",
            "0",
            "-1",
            "99999999999999999999",
            "1e999999999",
            "2024-01-01",
            "2024-13-45",
            "gt2020",
            "ne",
            "sa2024-01-01T00:00:00Z",
            "|",
            "||",
            "a|b|c",
            "http://loinc.org|24966-4",
            "%7C%7C%7C",
            ",",
            ",,,",
            "\\,",
            "$",
            "a$b",
            "*",
            "Patient:organization",
            "Condition:subject",
            "Patient:",
            ":",
            "Patient/sweep",
            "Patient/",
            "/",
            "http://%5B",
            "true",
            "false",
            "maybe",
            "%00",
            "%0d%0aX-Evil:1",
            "%zz",
            "%",
            "%C3%28",
            "%F0%9F%A6%B4",
            "'",
            "'%20or%201=1--",
            "%3Cscript%3E",
            "$%7Bjndi:ldap://x%7D",
            "count",
            "html/json",
            "xml",
            "ttl",
            "application/x",
            "..%2f..%2fetc",
            "(",
            "[",
            "%7B",
            "null",
            "NaN",
            "Infinity",
            "1.1.1",
            "5|http://x|y",
            "summary",
            "subject-list",
            "55.6|13.0|10|km",
            "a.b.c.d",
            "_has:Condition:subject:code",
            "data:text/plain,x",
            "x".repeat(300));
    private static final List<String> CONTENT_TYPES = List.of(
            "application/fhir+json",
            "application/fhir+json",
            "application/fhir+json",
            "application/json",
            "application/fhir+xml",
            "text/xml",
            "application/x-www-form-urlencoded",
            "application/json-patch+json",
            "application/xml-patch+xml",
            "text/turtle",
            "application/octet-stream",
            "multipart/form-data; boundary=x",
            "garbage",
            "image/png",
            "application/fhir+json; charset=garbage",
            "*/*",
            ";",
            "application/x-ndjson");
    private static final List<String> HEADERS = List.of(
            "Accept: application/fhir+xml",
            "Accept: text/html",
            "Accept: garbage/",
            "Accept: */*;q=x",
            "Prefer: respond-async",
            "Prefer: return=minimal",
            "Prefer: handling=strict",
            "Prefer: ;;=",
            "If-Match: W/\"1\"",
            "If-Match: x",
            "If-None-Match: W/\"1\"",
            "If-None-Match: *",
            "If-Modified-Since: x",
            "If-None-Exist: x",
            "If-None-Exist: birthdate=x",
            "If-None-Exist: ?_id=sweep",
            "Cache-Control: no-store",
            "Cache-Control: no-cache, max-results=x",
            "Range: bytes=9-1",
            "Accept-Encoding: x",
            "Accept-Language: *-*;q=9",
            "X-HTTP-Method-Override: DELETE",
            "X-Request-ID: \"",
            "Origin: null",
            "Expect: x",
            "Content-Encoding: gzip",
            "Authorization: Bearer x",
            "X-Forwarded-For: x",
            "X-Cascade: delete",
            "Cookie: ;=",
            "X-Upsert-Extistence-Check: disabled",
            "X-Progressive-Delete: x",
            "Content-Language: x");

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final Random random = new Random(SEED);
    private final RawHttp raw = new RawHttp(SERVER.base());

    @Test
    void no_malformed_request_is_a_failure_of_the_server_and_no_answer_shows_its_innards() throws IOException {
        FhirHttp http = new FhirHttp(SERVER.fhirBase());
        http.put("Patient/sweep", patient("sweep", "1940-01-01")).expect(200, 201);
        http.put("Condition/sweep", hipFracture("sweep", "sweep", "2023-01-01")).expect(200, 201);
        List<String> faults = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            String head = head();
            byte[] body = body().getBytes(StandardCharsets.UTF_8);
            RawHttp.Answer answer = raw.send(head, body);
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() >= 500 && answer.status() != 501
                    || INNARDS.matcher(answer.text()).find()) {
                faults.add(head + new String(body, StandardCharsets.UTF_8) + "\n→ " + answer.text());
            }
        }
        assertThat(faults).as("statuses %s", statuses).isEmpty();
        assertThat(statuses).containsKeys(200, 400, 404, 405, 415);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String head() {
        StringBuilder head = new StringBuilder(pick(METHODS) + " /fhir");
        String type = pick(TYPES);
        head.append(type.isEmpty() ? "" : "/" + type).append(pick(TAILS));
        int parameters = random.nextInt(4);
        for (int i = 0; i < parameters; i++) {
            head.append(i == 0 ? '?' : '&').append(pick(NAMES)).append('=').append(pick(VALUES));
        }
        head.append(" HTTP/1.1\n");
        if (random.nextBoolean()) {
            head.append("Content-Type: ").append(pick(CONTENT_TYPES)).append('\n');
        }
        int headers = random.nextInt(3);
        for (int i = 0; i < headers; i++) {
            head.append(pick(HEADERS)).append('\n');
        }
        return head.toString();
    }

    private String body() {
        String value = pick(VALUES).replace("\\", "").replace("%", "");
        List<String> bodies = List.of(
                "",
                "",
                patient("sweep", "1940-01-01"),
                patient("sweep", value),
                hipFracture("sweep", value, "2023-01-01"),
                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"" + pick(NAMES)
                        + "\", \"valueString\": \"" + value + "\"}, {\"name\": \"" + pick(NAMES)
                        + "\", \"resource\": {\"resourceType\": \"Bundle\"}}]}",
                "{\"resourceType\": \"Bundle\", \"type\": \"" + (random.nextBoolean() ? "batch" : "transaction")
                        + "\", \"entry\": [{\"request\": {\"method\": \"" + pick(METHODS) + "\", \"url\": \""
                        + pick(TYPES)
                        + pick(TAILS) + "?" + pick(NAMES) + "=" + value + "\"}, \"resource\": "
                        + patient("sweep", "1940-01-01") + "}]}",
                "{\"resourceType\": \"" + pick(TYPES) + "\", \"" + pick(NAMES) + "\": \"" + value + "\"}",
                "[{\"op\": \"replace\", \"path\": \"/" + value + "\", \"value\": " + random.nextInt() + "}]",
                "<Patient xmlns=\"http://hl7.org/fhir\"><birthDate value=\"" + value.replace("<", "")
                        + "\"/></Patient>",
                "<" + value + ">",
                "{" + value,
                "[]",
                "null",
                "\u0000\u0001\u0002",
                pick(NAMES) + "=" + pick(VALUES) + "&" + pick(NAMES) + "=" + pick(VALUES),
                "@prefix fhir: <http://hl7.org/fhir/> . <x> a fhir:Patient .",
                "{\"resourceType\": \"Patient\", \"contained\": [{\"resourceType\": \"" + pick(TYPES) + "\"}]}",
                "{\"resourceType\": \"Observation\", \"status\": \"final\", \"code\": {\"text\": \"x\"}, \"valueQuantity\": {\"value\": \""
                        + value + "\"}}");
        return pick(bodies);
    }
}
