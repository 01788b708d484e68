package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records as systems send them: a change to a good example that must not be refused. */
class AcceptedVariantsTest {

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Condition-hip-fracture;        "S72.00";      "S720"
            Condition-hip-fracture;        "S72.00";      "S72.0"
            Condition-hip-fracture;        "S72.00";      "S7200"
            Condition-hip-fracture;        "S72.00";      "M80.0F"
            Condition-hip-fracture;        "S72.00";      "M49.5*"
            Condition-hip-fracture;        "S72.00";      "DS720"
            Condition-hip-fracture;        "2025-02-03";  "2025-02"
            Condition-hip-fracture;        "confirmed";   "refuted"
            Observation-t-score-hip;       "code": "1",;  "unit": "SD",
            Observation-t-score-hip;       "code": "1",;  "code": "{T-Score}",
            Observation-t-score-hip;       "code": "1",;  "code": "{Tscore}",
            Observation-t-score-hip;       -2.7;          -10
            Observation-bmd-hip;           "code": "g/cm2",;  "code": "g/cm-2",
            Observation-bmd-hip;           "code": "g/cm2",;  "unit": "g/cm²",
            Observation-t-score-hip;       "value": -2.7,;  ``
            Observation-t-score-hip;       "code": "1",;  ``
            Observation-t-score-hip;       "system": "http://loinc.org";  "system": "http://loinc.org"}, {"code": "local"
            Observation-bmd-hip;           0.612;         2.5
            Observation-frax-major;        "value": 22;   "value": 100
            Observation-frax-major;        "value": 22;   "value": 0
            Observation-egfr;              "mL/min/{1.73_m2}";  "mL/min"
            Observation-calcium;           "code": "mmol/L",;   "unit": "mmol/l",
            MedicationDispense-alendronate-dispensed; "d"; "d"
            MedicationRequest-treatment-declined;     "M05B"; "M05BA04"
            Procedure-hip-fracture-nailed; "completed";   "entered-in-error"
            Patient-patient-sweden;        195009072553;  200002290005
            Patient-patient-sweden;        "system": "http://electronichealth.se/identifier/personnummer",; "use": "old",
            Patient-patient-sweden;        "http://electronichealth.se/identifier/personnummer"; "https://example.org/local"
            Patient-patient-denmark;       0709506003;    2902481234
            Patient-patient-without-personnummer; 20210325K069; 98240301AA06
            """)
    void is_accepted(String example, String from, String to) {
        String json = Published.read(Path.of("profiles/examples", example + ".json"));
        assertThat(json).contains(from);
        assertThat(ProfileValidator.INSTANCE.errors(json.replace(from, to))).isEmpty();
    }
}
