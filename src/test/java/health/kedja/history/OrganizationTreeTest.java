package health.kedja.history;

import static health.kedja.history.Care.organizationBody;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrganizationTreeTest {

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final FhirHttp http = new FhirHttp(SERVER.fhirBase());
    private final Care care = new Care(http);
    private final Reach reach = SERVER.bean(Reach.class);

    @Test
    void the_region_is_the_top_of_the_tree_and_what_is_below_is_found_from_anywhere() {
        String region = care.organization(null);
        String hospital = care.organization(region);
        String ward = care.organization(hospital);
        String other = care.organization(region);
        assertThat(List.of(region, hospital, ward, other))
                .allSatisfy(unit -> assertThat(reach.region(unit)).contains(region));
        assertThat(reach.below(Set.of(region))).containsExactlyInAnyOrder(region, hospital, ward, other);
        assertThat(reach.below(Set.of(hospital, other))).containsExactlyInAnyOrder(hospital, ward, other);
        assertThat(reach.below(Set.of())).isEmpty();
        assertThat(reach.below(Set.of("no-such"))).containsExactly("no-such");
        assertThat(reach.region("no-such")).isEmpty();
    }

    @Test
    void a_unit_that_moves_takes_what_is_below_it_along() {
        String region = care.organization(null);
        String hospital = care.organization(region);
        String ward = care.organization(hospital);
        String elsewhere = care.organization(null);
        care.put("Organization", hospital, organizationBody(elsewhere));
        assertThat(reach.region(ward)).contains(elsewhere);
        assertThat(reach.below(Set.of(region))).containsExactly(region);
        care.put("Organization", hospital, organizationBody(null));
        assertThat(reach.region(ward)).contains(hospital);
    }

    @Test
    void a_deleted_unit_is_in_no_region() {
        String region = care.organization(null);
        String ward = care.organization(region);
        http.delete("Organization/" + ward).expect(200);
        assertThat(reach.region(ward)).isEmpty();
        assertThat(reach.below(Set.of(region))).containsExactly(region);
    }

    @Test
    @Timeout(20)
    void a_circle_is_in_no_region_and_hangs_nothing() {
        String one = care.organization(null);
        String two = care.organization(one);
        String below = care.organization(two);
        care.put("Organization", one, organizationBody(two));
        String itself = care.organization(null);
        care.put("Organization", itself, organizationBody(itself));

        assertThat(List.of(one, two, below, itself))
                .allSatisfy(unit -> assertThat(reach.region(unit)).isEqualTo(Optional.empty()));
        assertThat(reach.below(Set.of(two))).containsExactlyInAnyOrder(one, two, below);
        assertThat(reach.below(Set.of(itself))).containsExactly(itself);

        String patient = care.patient();
        String fracture = care.fracture(patient, ", " + Care.heldBy(below));
        care.block(patient, one);
        LocalDate day = LocalDate.parse("2025-01-01");
        assertThat(reach.hidden(Map.of("Condition/" + fracture, patient), Set.of(itself), day))
                .containsExactly("Condition/" + fracture);
        assertThat(reach.hidden(Map.of("Condition/" + fracture, patient), Set.of(below), day))
                .isEmpty();
    }
}
