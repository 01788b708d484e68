package health.kedja.history;

import static health.kedja.history.Care.blockBody;
import static health.kedja.history.Care.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefusalTest {

    private static final LocalDate DAY = LocalDate.parse("2025-01-01");

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final Care care = new Care(http);
    private final Reach reach = SERVER.bean(Reach.class);
    private final AskedOfReach rows = new AskedOfReach(SERVER.dataSource());
    private String patient;

    @BeforeEach
    void a_patient() {
        patient = care.patient();
    }

    private Standing on(LocalDate day) {
        return reach.standing(Set.of(patient), day).get(patient);
    }

    private boolean optedOut(LocalDate day) {
        boolean optedOut = on(day).optedOut();
        assertThat(rows.optedOut(day).contains(patient)).isEqualTo(optedOut);
        return optedOut;
    }

    @Test
    void who_opted_out_of_registers_stays_out_until_the_consent_is_inactive() {
        assertThat(optedOut(DAY)).isFalse();
        String consent = care.optOut(patient, "active", null, null);
        assertThat(optedOut(DAY)).isTrue();
        assertThat(on(DAY).hasBlock()).isFalse();
        care.put("Consent", consent, refusal("register-opt-out", patient, "inactive", null, null));
        assertThat(optedOut(DAY)).isFalse();
        care.put("Consent", consent, refusal("register-opt-out", patient, "active", null, null));
        assertThat(optedOut(DAY)).isTrue();
        http.delete("Consent/" + consent).expect(200);
        assertThat(optedOut(DAY)).isFalse();
    }

    @Test
    void only_an_active_consent_counts() {
        for (String status : new String[] {"draft", "proposed", "rejected", "inactive", "entered-in-error"}) {
            care.optOut(patient, status, null, null);
            assertThat(optedOut(DAY)).as(status).isFalse();
        }
    }

    @Test
    void a_refusal_holds_on_the_days_of_its_period() {
        care.optOut(patient, "active", "2024-03-01", "2024-04");
        assertThat(optedOut(LocalDate.parse("2024-02-29"))).isFalse();
        assertThat(optedOut(LocalDate.parse("2024-03-01"))).isTrue();
        assertThat(optedOut(LocalDate.parse("2024-04-30"))).isTrue();
        assertThat(optedOut(LocalDate.parse("2024-05-01"))).isFalse();
    }

    @Test
    void a_refusal_counts_for_every_record_of_the_person() {
        String old = care.patient();
        care.optOut(old, "active", null, null);
        assertThat(optedOut(DAY)).isFalse();
        care.replace(old, patient, "");
        assertThat(optedOut(DAY)).isTrue();
        String third = care.patient();
        care.replace(third, patient, "");
        assertThat(rows.optedOut(DAY)).contains(old, patient, third);
        care.put("Patient", old, "\"birthDate\": \"1940-01-01\"");
        assertThat(optedOut(DAY)).isFalse();
    }

    @Test
    void a_block_names_units_or_none_for_all() {
        String ward = care.organization(null);
        String clinic = care.organization(null);
        String some = care.block(patient, ward, clinic);
        assertThat(on(DAY).blockedUnits()).containsExactlyInAnyOrder(ward, clinic);
        assertThat(on(DAY).allBlocked()).isFalse();
        assertThat(on(DAY).optedOut()).isFalse();
        care.block(patient);
        assertThat(on(DAY).allBlocked()).isTrue();
        care.put("Consent", some, blockBody(patient, "inactive", ward, clinic));
        assertThat(on(DAY).blockedUnits()).isEmpty();
        assertThat(on(DAY).hasBlock()).isTrue();
    }

    @Test
    void consents_of_other_kinds_refuse_nothing() {
        care.put(
                "Consent",
                "\"status\": \"active\", \"scope\": {\"text\": \"any\"}, \"category\": [{\"text\": \"block\"}],"
                        + " \"policyRule\": {\"text\": \"any\"}, " + Care.reference("patient", "Patient/" + patient));
        assertThat(on(DAY).hasBlock() || on(DAY).optedOut()).isFalse();
    }

    @Test
    void a_refusal_that_kedja_would_keep_to_otherwise_than_it_says_is_refused() {
        String consent =
                "{\"resourceType\": \"Consent\", " + refusal("register-opt-out", patient, "active", "2024", null);
        http.post("Consent", consent.replace("\"period\"", "\"type\": \"permit\", \"period\"") + "}")
                .expect(422);
        http.post("Consent", consent.replace("\"period\"", "\"dataPeriod\": {\"start\": \"2024\"}, \"period\"") + "}")
                .expect(422);
        String block = "{\"resourceType\": \"Consent\", " + blockBody(patient, "active", care.organization(null)) + "}";
        http.post("Consent", block.replace("\"CST\"", "\"IRCP\"")).expect(422);
        assertThat(on(DAY).hasBlock() || on(DAY).optedOut()).isFalse();
        http.post("Consent", block).expect(201);
        assertThat(on(DAY).hasBlock()).isTrue();
    }
}
