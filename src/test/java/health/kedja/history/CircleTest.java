package health.kedja.history;

import static health.kedja.history.Care.reference;
import static health.kedja.history.Care.to;
import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.FhirHttp;
import health.kedja.KedjaServerExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class CircleTest {

    private static final LocalDate DAY = LocalDate.parse("2025-01-01");

    @RegisterExtension
    static final KedjaServerExtension SERVER = new KedjaServerExtension();

    private final Care care = new Care(new FhirHttp(SERVER.fhirBase()));
    private final Reach reach = SERVER.bean(Reach.class);
    private final JdbcTemplate jdbc = new JdbcTemplate(SERVER.dataSource());
    private final Random random = new Random(8);

    private String region;
    private String unit;
    private String ward;
    private String anna;
    private String annaAtWard;
    private final List<String> patients = new ArrayList<>();

    @BeforeEach
    void a_region_with_patients() {
        region = care.organization(null);
        unit = care.organization(region);
        ward = care.organization(unit);
        anna = care.practitioner();
        annaAtWard = care.role(anna, ward);
        String other = care.organization(region);
        String south = care.organization(null);
        for (int i = 0; i < 24; i++) {
            String patient = care.patientOf(i % 8 == 7 ? south : region);
            patients.add(patient);
            List<String> who = List.of(
                    "Organization/" + unit,
                    "Organization/" + ward,
                    "Organization/" + other,
                    "Practitioner/" + anna,
                    "PractitionerRole/" + annaAtWard);
            relate(patient, who.get(random.nextInt(who.size())), random.nextInt(3));
        }
        care.replace(patients.get(0), patients.get(1), ", " + Care.owned(region));
        care.replace(patients.get(2), patients.get(7), ", " + Care.owned(region));
        care.optOut(patients.get(3), "active", null, null);
        care.optOut(patients.get(0), "active", null, null);
    }

    private void relate(String patient, String who, int how) {
        String subject = reference("subject", "Patient/" + patient);
        if (how == 0) {
            care.put(
                    "CareTeam",
                    "\"status\": \"active\", " + subject + ", \"participant\": [{\"member\": " + to(who) + "}]"
                            + (random.nextBoolean() ? Care.period("2020-01-01", "2020-02-01") : ""));
        } else if (how == 1 && who.startsWith("Practitioner")) {
            care.put(
                    "Encounter",
                    "\"status\": \"finished\", \"class\": {\"code\": \"AMB\"}, " + subject
                            + ", \"participant\": [{\"individual\": " + to(who) + "}]"
                            + Care.period("2024-10-10", random.nextBoolean() ? "2024-12-20" : "2024-10-10"));
        } else {
            care.put(
                    "ServiceRequest",
                    "\"status\": \"active\", \"intent\": \"order\", \"code\": {\"text\": \"any\"}, " + subject
                            + ", \"performer\": [" + to(who) + "]");
        }
    }

    private Circle circle(Circle.Kind kind, String... organizations) {
        return new Circle(
                kind,
                region,
                Set.of(organizations),
                reach.below(Set.of(organizations)),
                Optional.of(anna),
                Optional.empty());
    }

    private Set<String> in(Circle circle) {
        InCircle in = reach.inCircle(circle, "Patient", DAY).orElseThrow();
        List<String> ids = jdbc.queryForList(
                "select fhir_id from public.hfj_resource where res_id = any (?)", String.class, (Object) in.patients());
        Set<String> mine = new TreeSet<>(patients);
        if (in.butFor()) {
            ids.forEach(mine::remove);
        } else {
            mine.retainAll(ids);
        }
        return mine;
    }

    private Set<String> those(Predicate<Standing> standing) {
        Map<String, Standing> all = reach.standing(patients, DAY);
        return all.entrySet().stream()
                .filter(one -> standing.test(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean ofRegion(Standing standing) {
        return standing.region().equals(Optional.of(region));
    }

    @Test
    void the_related_are_those_whose_standing_says_so() {
        for (String organization : List.of(region, unit, ward)) {
            Set<String> below = reach.below(Set.of(organization));
            Set<String> expected = those(one -> ofRegion(one) && !Collections.disjoint(one.organizations(), below));
            assertThat(in(circle(Circle.Kind.RELATED, organization)))
                    .as(organization)
                    .isNotEmpty()
                    .isEqualTo(expected);
        }
    }

    @Test
    void the_treated_are_those_whose_standing_says_so() {
        Set<String> below = reach.below(Set.of(unit));
        Set<String> expected = those(one ->
                ofRegion(one) && (one.practitioners().contains(anna) || !Collections.disjoint(one.treating(), below)));
        Set<String> treated = in(circle(Circle.Kind.TREATED, unit));
        assertThat(treated).isNotEmpty().isEqualTo(expected);
        assertThat(treated).isNotEqualTo(in(circle(Circle.Kind.RELATED, unit)));
    }

    @Test
    void the_registered_are_all_of_the_region_but_those_who_opted_out() {
        Circle registered = circle(Circle.Kind.REGISTERED, region);
        InCircle in = reach.inCircle(registered, "Patient", DAY).orElseThrow();
        assertThat(in.butFor()).isTrue();
        Set<String> left = new TreeSet<>(in(registered));
        // Whose region is another is not asked for: the label of the resource tells.
        left.retainAll(reach.patientsOf(region));
        Set<String> expected = those(one -> ofRegion(one) && !one.optedOut());
        assertThat(left).isEqualTo(expected).doesNotContain(patients.get(0), patients.get(1), patients.get(3));
        // Merged with a record of another region.
        assertThat(in(registered)).doesNotContain(patients.get(2));
    }

    @Test
    void one_patient_is_in_it_only_if_the_circle_has_them() {
        String related = in(circle(Circle.Kind.RELATED, unit)).iterator().next();
        for (String patient : List.of(related, patients.get(7))) {
            Circle one = new Circle(
                    Circle.Kind.RELATED,
                    region,
                    Set.of(unit),
                    reach.below(Set.of(unit)),
                    Optional.empty(),
                    Optional.of(patient));
            assertThat(in(one)).isEqualTo(patient.equals(related) ? Set.of(related) : Set.of());
        }
    }

    @Test
    void more_than_a_statement_can_name_is_no_circle() {
        Circle related = circle(Circle.Kind.RELATED, region);
        int size = new CircleRows(jdbc, 0)
                .of(related, "Patient", DAY)
                .orElseThrow()
                .patients()
                .length;
        assertThat(new CircleRows(jdbc, 0, size).of(related, "Patient", DAY)).isPresent();
        assertThat(new CircleRows(jdbc, 0, size - 1).of(related, "Patient", DAY))
                .isEmpty();
        Circle registered = circle(Circle.Kind.REGISTERED, region);
        assertThat(new CircleRows(jdbc, 0, 1).of(registered, "Patient", DAY)).isEmpty();
    }

    @Test
    void a_resource_that_names_somebody_beside_is_in_it_with_all_of_them_only() {
        String mine = in(circle(Circle.Kind.RELATED, unit)).iterator().next();
        String note = ", \"note\": [{\"text\": \"said\", \"authorReference\": {\"reference\": \"Patient/%s\"}}]";
        String own = care.fracture(mine, note.formatted(mine));
        String beside = care.fracture(mine, note.formatted(patients.get(7)));
        InCircle in = reach.inCircle(circle(Circle.Kind.RELATED, unit), "Condition", DAY)
                .orElseThrow();
        assertThat(Arrays.stream(in.hidden()).boxed()).contains(number(beside)).doesNotContain(number(own));
        assertThat(in.also()).isEmpty();
        care.put("Condition", beside, fracture(mine));
        assertThat(reach.inCircle(circle(Circle.Kind.RELATED, unit), "Condition", DAY)
                        .orElseThrow()
                        .hidden())
                .isEmpty();
    }

    private static String fracture(String patient) {
        return "\"clinicalStatus\": {\"coding\": [{\"system\": \"http://terminology.hl7.org/CodeSystem/condition-clinical\","
                + " \"code\": \"active\"}]}, \"code\": {\"text\": \"any\"}, "
                + reference("subject", "Patient/" + patient);
    }

    private long number(String condition) {
        return jdbc.queryForObject(
                "select res_id from public.hfj_resource where res_type = 'Condition' and fhir_id = ?",
                Long.class,
                condition);
    }
}
