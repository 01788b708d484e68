package health.kedja.operation.harmonisebmd;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import health.kedja.fhir.CodeMaps;
import health.kedja.fhir.ResourceEvents;
import health.kedja.server.GuidelineFiles;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletConfig;

/** {@code Observation/$harmonise-bmd} with posted measurements, which needs no database. */
class PostedMeasurementsTest {

    private static final RestfulServer SERVER = new RestfulServer(FhirContext.forR4Cached());
    private static final String HOLOGIC =
            "{'name':'device','resource':{'resourceType':'Device','manufacturer':'Hologic'}}";

    @BeforeAll
    static void start() throws Exception {
        SERVER.registerProvider(new HarmoniseBmdProvider(
                GuidelineFiles.load("se-psvf-2021", Optional.empty()),
                null,
                (id, request) -> {
                    throw new AssertionError("nothing is stored here");
                },
                new ResourceEvents(CodeMaps.load(), ZoneId.of("Europe/Stockholm")),
                resource -> {}));
        SERVER.init(new MockServletConfig());
    }

    @Test
    void a_measurement_without_device_is_taken_as_of_the_only_device_given() throws Exception {
        assertThat(post(200, observation("total-hip", "2025-01-01", 0.7), HOLOGIC))
                .contains("'reference':'observation[0]'", "'reference':'device[0]'", "711.6", "sbmd-total-hip-hologic");
    }

    @Test
    void of_two_devices_none_is_taken() throws Exception {
        assertThat(post(200, observation("total-hip", "2025-01-01", 0.7), HOLOGIC, HOLOGIC))
                .contains("scanner-unknown")
                .doesNotContain("711.6");
    }

    @Test
    void the_bone_density_is_given_on_the_scale_of_another_maker() throws Exception {
        // (0.7116 + 0.031) / 0.979
        assertThat(post(
                        200,
                        observation("total-hip", "2025-01-01", 0.7),
                        HOLOGIC,
                        "{'name':'scale','valueCode':'ge-lunar'}"))
                .contains("onScale", "sbmd-total-hip-ge-lunar", "0.759");
    }

    @Test
    void the_change_between_posted_measurements_is_told() throws Exception {
        assertThat(post(
                        200,
                        observation("total-hip", "2023-01-01", 0.8),
                        observation("total-hip", "2025-01-01", 0.7),
                        HOLOGIC))
                .contains("-12.5", "leastSignificantPercent");
    }

    @Test
    void vertebrae_called_abnormal_are_left_out_and_the_lowest_t_score_is_told() throws Exception {
        assertThat(post(
                        200,
                        score("lumbar-1", -2.0),
                        score("lumbar-2", -2.0),
                        score("lumbar-3", -1.9),
                        score("total-hip", -1.5),
                        "{'name':'abnormalVertebra','valueCode':'lumbar-3'}"))
                .contains("clearly-abnormal", "'name':'lowestTScore'", "LOWEST-T", "-1.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'scale','valueCode':'siemens'} | Parameter 'scale': 'siemens' is no maker",
                "{'name':'guideline','valueString':'no-such'} | Parameter 'guideline': 'no-such' is not known",
                "{'name':'abnormalVertebra','valueCode':'L1'} | Parameter 'abnormalVertebra': 'L1' is not one of",
                "{'name':'device','resource':{'resourceType':'Patient','active':true}} | Parameter 'device': is a Patient, but must be a Device",
                "{'name':'observation','valueString':'x'} | Parameter 'observation': must be a resource",
                "{'name':'unknown','valueString':'x'} | Parameter 'unknown': is not one of this operation",
                "{'name':'observation','resource':{'resourceType':'Observation','status':'final','subject':{'reference':'Patient/1'}}} | Parameter 'observation': observation[1] holds no bone density"
            })
    void an_error_names_the_parameter_and_the_reason(String parameter, String expected) throws Exception {
        String answer = post(400, observation("total-hip", "2025-01-01", 0.7), parameter);

        assertThat(answer).contains(expected.replace("': '", "':'").replace("': ", "':"));
    }

    @Test
    void without_a_measurement_there_is_nothing_to_answer() throws Exception {
        assertThat(post(400, HOLOGIC)).contains("Parameter 'observation':at least one Observation is needed");
    }

    @Test
    void measurements_of_two_patients_are_refused() throws Exception {
        assertThat(post(
                        400,
                        observation("total-hip", "2025-01-01", 0.7),
                        observation("total-hip", "2025-01-01", 0.7).replace("Patient/1", "Patient/2")))
                .contains("about 2 patients");
    }

    @Test
    void two_measurements_of_one_id_are_refused() throws Exception {
        String one = observation("total-hip", "2025-01-01", 0.7).replace("'status'", "'id':'a','status'");

        assertThat(post(400, one, one)).contains("same type and id");
    }

    /** The answer, with single quotes. */
    private static String post(int status, String... parameters) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/Observation/$harmonise-bmd");
        request.setContentType("application/fhir+json");
        request.setContent(("{'resourceType':'Parameters','parameter':[" + String.join(",", parameters) + "]}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        SERVER.service(request, response);
        assertThat(response.getStatus()).as(content(response)).isEqualTo(status);
        return content(response);
    }

    private static String content(MockHttpServletResponse response) throws UnsupportedEncodingException {
        return response.getContentAsString(StandardCharsets.UTF_8)
                .replace('"', '\'')
                .replaceAll("\\s+", " ")
                .replace("': ", "':");
    }

    private static String observation(String region, String day, double bmd) {
        return measured("46278-8", region, day, "'value':" + bmd + ",'code':'g/cm2'");
    }

    private static String score(String region, double score) {
        String code = region.startsWith("lumbar") ? "38267-1" : "80946-7";
        return measured(code, region, "2025-01-01", "'value':" + score + ",'code':'1'");
    }

    private static String measured(String code, String region, String day, String quantity) {
        return "{'name':'observation','resource':{'resourceType':'Observation','status':'final',"
                + "'subject':{'reference':'Patient/1'},'effectiveDateTime':'" + day
                + "','code':{'coding':[{'system':'http://loinc.org','code':'" + code + "'}]},"
                + "'bodySite':{'coding':[{'system':'https://kedja.health/fhir/CodeSystem/kedja-bone-region','code':'"
                + region + "'}]},'valueQuantity':{" + quantity + "}}}";
    }
}
