package health.kedja.indicator.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The arithmetic of days is that of java.time. */
class DaysProperties {

    @Property
    void a_day_has_its_year_month_and_day(@ForAll @IntRange(min = -80_000, max = 80_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);

        assertThat(Days.civil(day)).isEqualTo(date.getYear() * 512 + date.getMonthValue() * 32 + date.getDayOfMonth());
        assertThat(Days.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
                .isEqualTo(day);
        assertThat(Days.year(day)).isEqualTo(date.getYear());
        assertThat(Days.month(day)).isEqualTo(date.getYear() * 12 + date.getMonthValue() - 1);
    }

    @Property
    void periods_are_added_as_java_does(
            @ForAll @IntRange(min = -40_000, max = 40_000) int day,
            @ForAll @IntRange(min = -20, max = 20) int years,
            @ForAll @IntRange(min = -30, max = 30) int months,
            @ForAll @IntRange(min = -400, max = 400) int days) {
        Period period = Period.of(years, months, days);

        assertThat(LocalDate.ofEpochDay(Days.plus(day, period)))
                .isEqualTo(LocalDate.ofEpochDay(day)
                        .plusMonths(period.toTotalMonths())
                        .plusDays(days));
    }

    @Property
    void years_are_whole_as_java_counts_them(
            @ForAll @IntRange(min = -40_000, max = 0) int from, @ForAll @IntRange(min = 0, max = 40_000) int to) {
        assertThat(Days.yearsBetween(from, to))
                .isEqualTo(Period.between(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to))
                        .getYears());
    }
}
