package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The rules of the patient profile against a plain calculation of date and check digit. */
class PersonnummerProperties {

    private static final String PATIENT = Published.read(Path.of("profiles/examples/Patient-patient-sweden.json"));
    private static final int DAYS = 46_000; // 1900 to 2025

    @Property(tries = 200)
    void is_accepted_with_the_right_check_digit_only(
            @ForAll @IntRange(max = DAYS) int day,
            @ForAll @IntRange(max = 999) int serial,
            @ForAll @IntRange(max = 9) int last) {
        String date = LocalDate.of(1900, 1, 1).plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE);
        String eleven = date + "%03d".formatted(serial);
        assertThat(accepted(eleven + last)).isEqualTo(last == checkDigit(eleven.substring(2)));
    }

    @Property(tries = 200)
    void is_refused_unless_it_begins_with_a_date(
            @ForAll @IntRange(min = 1890, max = 2030) int year,
            @ForAll @IntRange(max = 14) int month,
            @ForAll @IntRange(max = 33) int day) {
        String eleven = "%04d%02d%02d123".formatted(year, month, day);
        boolean real = month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();
        assertThat(accepted(eleven + checkDigit(eleven.substring(2)))).isEqualTo(real);
    }

    private static boolean accepted(String personnummer) {
        return ProfileValidator.INSTANCE
                .errors(PATIENT.replace("195009072553", personnummer))
                .isEmpty();
    }

    /** Modulus 10 over nine digits, weights 2 1 2 1 ..., digit sums of the products. */
    private static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int product = (nine.charAt(i) - '0') * (2 - i % 2);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
