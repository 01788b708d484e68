package health.kedja.indicator.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days around the ends of months, leap years and centuries; {@link DaysProperties} has the rest. */
class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1970, 1, 1",
        "-1, 1969, 12, 31",
        "58, 1970, 2, 28",
        "59, 1970, 3, 1",
        "10957, 2000, 1, 1",
        "11016, 2000, 2, 29",
        "11017, 2000, 3, 1",
        "11322, 2000, 12, 31",
        "-25567, 1900, 1, 1",
        "-25509, 1900, 2, 28",
        "-25508, 1900, 3, 1",
        "47540, 2100, 2, 28",
        "47541, 2100, 3, 1",
        "157113, 2400, 2, 29",
        "157114, 2400, 3, 1",
    })
    void a_day_has_its_year_month_and_date(int day, int year, int month, int ofMonth) {
        assertThat(Days.of(year, month, ofMonth)).isEqualTo(day);
        assertThat(Days.year(day)).isEqualTo(year);
        assertThat(Days.month(day)).isEqualTo(year * 12 + month - 1);
        assertThat(Days.civil(day) & 31).isEqualTo(ofMonth);
        assertThat(Days.civil(day) >> 5 & 15).isEqualTo(month);
        assertThat(Days.firstOfMonth(Days.month(day))).isEqualTo(day - ofMonth + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-31, P1M, 2021-02-28",
        "2020-01-31, P1M, 2020-02-29",
        "2021-01-31, P1M1D, 2021-03-01",
        "2021-03-31, P-1M, 2021-02-28",
        "2020-02-29, P1Y, 2021-02-28",
        "2021-05-31, P-3M, 2021-02-28",
        "2021-12-15, P1M, 2022-01-15",
        "2022-01-15, P-1M, 2021-12-15",
        "2021-02-27, P3D, 2021-03-02",
        "2021-02-28, P0D, 2021-02-28",
    })
    void months_are_added_first_and_end_with_the_month(String from, String period, String to) {
        assertThat(Days.plus(of(from), Period.parse(period))).isEqualTo(of(to));
    }

    @Test
    void a_year_is_full_on_the_same_day_of_the_next() {
        assertThat(Days.yearsBetween(of("1971-06-15"), of("2021-06-14"))).isEqualTo(49);
        assertThat(Days.yearsBetween(of("1971-06-15"), of("2021-06-15"))).isEqualTo(50);
        assertThat(Days.yearsBetween(of("2000-02-29"), of("2001-02-28"))).isZero();
        assertThat(Days.yearsBetween(of("2000-02-29"), of("2001-03-01"))).isEqualTo(1);
        assertThat(Days.yearsBetween(of("1950-12-31"), of("2021-01-01"))).isEqualTo(70);
    }

    private static int of(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }
}
