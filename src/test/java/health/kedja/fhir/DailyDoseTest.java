package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyDoseTest {

    @ParameterizedTest
    @CsvSource({"5, 1, 1, 5", "2.5, 2, 1, 5", "10, 1, 2, 5", "5, 3, 1, 15"})
    void the_dose_of_a_day_is_read_where_the_dosage_states_it(double dose, int times, int days, double milligrams) {
        assertThat(stated("[" + dosage(dose, "mg", "'frequency':" + times + ",'period':" + days + ",'periodUnit':'d'")
                        + "]"))
                .isEqualTo(milligrams);
    }

    @Test
    void several_dosages_of_a_day_add_up() {
        String daily = "'frequency':1,'period':1,'periodUnit':'d'";
        assertThat(stated("[" + dosage(5, "mg", daily) + "," + dosage(2.5, "mg", daily) + "]"))
                .isEqualTo(7.5);
    }

    @Test
    void a_dosage_that_leaves_doubt_states_no_dose() {
        String daily = "'frequency':1,'period':1,'periodUnit':'d'";
        assertThat(stated("[" + dosage(1, "{tablet}", daily) + "]")).isNaN();
        assertThat(stated("[" + dosage(5, "mg", "'frequency':1,'period':1,'periodUnit':'mo'") + "]"))
                .isNaN();
        assertThat(stated("[" + dosage(5, "mg", daily + ",'frequencyMax':2") + "]"))
                .isNaN();
        assertThat(stated("[" + dosage(5, "mg", daily + ",'periodMax':2") + "]"))
                .isNaN();
        assertThat(stated("[" + dosage(5, "mg", "'frequency':1") + "]")).isNaN();
        assertThat(stated("[" + dosage(5, "mg", daily) + "," + dosage(1, "{tablet}", daily) + "]"))
                .isNaN();
        assertThat(stated("[{'text':'5 mg'}]")).isNaN();
        assertThat(stated("[]")).isNaN();
    }

    private static String dosage(double dose, String unit, String repeat) {
        return "{'timing':{'repeat':{" + repeat + "}},'doseAndRate':[{'doseQuantity':{'value':" + dose
                + ",'system':'http://unitsofmeasure.org','code':'" + unit + "'}}]}";
    }

    private static double stated(String dosage) {
        return Given.event(Given.json(
                        "MedicationStatement",
                        "'status':'active','effectivePeriod':{'start':'2024-01-01'},'medicationCodeableConcept':"
                                + Given.codings(Given.ATC, "H02AB06") + ",'dosage':" + dosage))
                .value();
    }
}
