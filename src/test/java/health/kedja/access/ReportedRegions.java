package health.kedja.access;

import health.kedja.FhirHttp;
import health.kedja.GuardedServerExtension;
import health.kedja.operation.HipFractures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/**
 * Two regions with people who broke their hip in 2021 and were not treated: in the north six of the ward and seven of the
 * clinic, who live in county 12; in the south eight, who live in county 14.
 */
final class ReportedRegions {

    static final String YEAR = "periodStart=2021&periodEnd=2021&asOf=2023-12-31";
    static final String REPORT = "Measure/SOS-07/$evaluate-measure?" + YEAR;
    static final String SHOWN = "&suppressBelow=0";

    final TwoRegions world;
    final List<String> ofWard;
    final List<String> ofClinic;
    final List<String> ofSouth;
    private final List<Runnable> takenBack = new ArrayList<>();

    ReportedRegions(GuardedServerExtension server) {
        world = new TwoRegions(server);
        ofWard = admitted(world.ward, "12", 6);
        ofClinic = admitted(world.clinic, "12", 7);
        ofSouth = admitted(world.hospital, "14", 8);
    }

    private List<String> admitted(String unit, String county, int people) {
        String region = unit.equals(world.hospital) ? world.south : world.north;
        return new HipFractures(world.as(Role.INTEGRATION, unit), unit, region + ".")
                .livingIn(county)
                .add(0, people)
                .people();
    }

    FhirHttp as(Role role, String organization) {
        return world.as(role, organization);
    }

    /** Until {@link #takeBack}. */
    void optOut(String patient) {
        String consent = world.writing(world.north).optOut(patient, "active", null, null);
        takenBack.add(() ->
                as(Role.INTEGRATION, world.north).delete("Consent/" + consent).expect(200));
    }

    /** Until {@link #takeBack}. */
    void block(String patient, String unit) {
        String consent = world.writing(world.north).block(patient, unit);
        takenBack.add(() ->
                as(Role.INTEGRATION, world.north).delete("Consent/" + consent).expect(200));
    }

    /** Takes all refusals back. */
    void takeBack() {
        takenBack.forEach(Runnable::run);
        takenBack.clear();
    }

    static MeasureReport report(FhirHttp http, String path) {
        return http.get(path).expect(200).as(MeasureReport.class);
    }

    /** How many are counted. */
    static int counted(FhirHttp http, String path) {
        return counted(report(http, path));
    }

    static int counted(MeasureReport report) {
        return report.getGroupFirstRep().getPopulationFirstRep().getCount();
    }

    /** How many are counted in each stratum, with those left out that are withheld. */
    static Map<String, Integer> strata(MeasureReport report) {
        Map<String, Integer> strata = new LinkedHashMap<>();
        report.getGroupFirstRep().getStratifierFirstRep().getStratum().stream()
                .filter(StratifierGroupComponent::hasPopulation)
                .forEach(stratum -> strata.put(
                        stratum.getValue().getText(),
                        stratum.getPopulationFirstRep().getCount()));
        return strata;
    }

    /** The instant of the data of a report, as a parameter. */
    static String then(MeasureReport report) {
        return "&lastReceivedOn="
                + report.getExtensionByUrl("https://kedja.health/fhir/StructureDefinition/kedja-report-basis")
                        .getExtensionByUrl("dataTimestamp")
                        .getValue()
                        .primitiveValue()
                        .replace("+", "%2B");
    }
}
