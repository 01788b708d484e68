package health.kedja.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpectedColumnsTest {

    @Test
    void columns_that_a_later_migration_adds_are_expected_too() {
        assertThat(ExpectedColumns.ofKedja().names())
                .contains(
                        "event.source",
                        "event.device",
                        "patient_link.patient",
                        "scanner.device",
                        "scanner.maker",
                        "change.transaction",
                        "change.patient",
                        "change_horizon.transaction",
                        "data_instant.latest",
                        "received.version",
                        "expunged.removed");
    }
}
