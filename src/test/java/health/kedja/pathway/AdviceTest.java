package health.kedja.pathway;

import static health.kedja.pathway.Patient.born1950;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AdviceTest {
    @Test
    void smoke() {
        Patient hip = born1950().breaks("S720", "2024-01-01");
        Guideline g = Programmes.skane();
        FractureChain chain = hip.chain(g, "2024-02-01");
        Advice a = Advice.of(History.of(hip.events()), g, chain, LocalDate.parse("2024-02-01"));
        assertThat(a.lines()).as(a.toString()).isEmpty();
    }
}
