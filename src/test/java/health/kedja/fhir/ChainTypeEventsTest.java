package health.kedja.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.ChainType;
import health.kedja.pathway.Event;
import health.kedja.pathway.Kind;
import java.util.Map;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which unit runs a chain, and what it states of itself. */
class ChainTypeEventsTest {

    private static final String CHAIN = Given.codings(Given.ACTIVITY, "fracture-chain");
    private static final String PLAN = Given.codings(Given.ACTIVITY, "fracture-chain-plan");
    private static final String ASSESSMENT = Given.codings(Given.ACTIVITY, "coordinator-assessment");

    private final BundleEvents bundles = new BundleEvents(Given.EVENTS);

    @Test
    void an_episode_names_the_organization_that_manages_it() {
        Event event = Given.event(Given.json(
                "EpisodeOfCare",
                "'status':'active','period':{'start':'2024-01-05'},'type':[" + CHAIN
                        + "],'managingOrganization':{'reference':'http://a/fhir/Organization/7/_history/2'}"));

        assertThat(event.kind()).isEqualTo(Kind.EPISODE_OPENED);
        assertThat(event.qualifier()).isEqualTo("Organization/7");
    }

    @ParameterizedTest
    @CsvSource({"Organization/7, Organization/7", "Practitioner/7,"})
    void a_plan_names_its_author_where_that_is_a_unit(String author, String unit) {
        assertThat(Given.events(
                        Given.json(
                                "CarePlan",
                                "'status':'active','intent':'plan','created':'2024-01-05','category':[" + PLAN
                                        + "],'author':{'reference':'" + author + "'}"),
                        Kind.EPISODE_OPENED))
                .extracting(Event::qualifier)
                .containsOnly(unit)
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'actor':{'reference':'Organization/7'}",
        "'actor':{'reference':'Practitioner/1'}|'onBehalfOf':{'reference':'Organization/7'}",
        "'actor':{'reference':'Organization/8'}|'onBehalfOf':{'reference':'Organization/7'}"
    })
    void an_assessment_names_the_unit_that_the_coordinator_acts_for(String performer) {
        Event event = Given.event(Given.json(
                "Procedure",
                "'status':'completed','performedDateTime':'2024-01-05','code':" + ASSESSMENT + ",'performer':[{"
                        + performer.replace("|", ",") + "}]"));

        assertThat(event.kind()).isEqualTo(Kind.COORDINATOR_ASSESSMENT);
        assertThat(event.qualifier()).isEqualTo("Organization/7");
    }

    @ParameterizedTest
    @EnumSource(ChainType.class)
    void a_unit_states_its_type(ChainType type) {
        assertThat(ChainTypeOf.unit(unit(type.name()))).contains(type);
    }

    @Test
    void a_unit_without_type_or_with_an_unknown_one_states_none() {
        assertThat(ChainTypeOf.unit(new Organization())).isEmpty();
        assertThat(ChainTypeOf.unit(unit("D"))).isEmpty();
        assertThat(ChainTypeOf.unit((Organization)
                        Given.resource("{'resourceType':'Organization','extension':[{'url':'" + EXTENSION + "'}]}")))
                .isEmpty();
    }

    @Test
    void a_bundle_that_holds_the_unit_tells_its_type() {
        String unit = "urn:uuid:0000aaaa-0000-4000-8000-000000000009";
        PatientHistory read = bundles.of(Given.bundle(
                "{'fullUrl':'" + unit + "','resource':{'resourceType':'Organization','extension':[{'url':'" + EXTENSION
                        + "','valueCode':'B'}]}}",
                "{'fullUrl':'http://a/fhir/Patient/7','resource':{'resourceType':'Patient','id':'7'}}",
                "{'resource':"
                        + Given.json(
                                "EpisodeOfCare",
                                "'status':'active','period':{'start':'2024-01-05'},'type':[" + CHAIN
                                        + "],'managingOrganization':{'reference':'" + unit + "'}")
                        + "}"));

        assertThat(read.units()).isEqualTo(Map.of(unit, ChainType.B));
        assertThat(read.history().events())
                .filteredOn(event -> event.kind() == Kind.EPISODE_OPENED)
                .extracting(Event::qualifier)
                .containsExactly(unit);
    }

    private static final String EXTENSION = "https://kedja.health/fhir/StructureDefinition/kedja-chain-type";

    private static Organization unit(String code) {
        return (Organization) Given.resource(
                "{'resourceType':'Organization','extension':[{'url':'" + EXTENSION + "','valueCode':'" + code + "'}]}");
    }
}
