package health.kedja.fhir;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.ListResource.ListEntryComponent;
import org.hl7.fhir.r4.model.ListResource.ListMode;
import org.hl7.fhir.r4.model.ListResource.ListStatus;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UrlType;

/** The patients of each population, as Lists that the report contains, each with the way to the evidence. */
public final class SubjectLists {

    private SubjectLists() {}

    /**
     * Adds the lists.
     *
     * @param patients logical ids, by the code of a population of the report
     * @param links where to ask for the evidence of a patient, relative to the base of the server
     */
    public static void add(
            MeasureReport report, Function<String, Collection<String>> patients, Function<String, List<String>> links) {
        for (MeasureReportGroupPopulationComponent population :
                report.getGroupFirstRep().getPopulation()) {
            String code = population.getCode().getCodingFirstRep().getCode();
            ListResource list = new ListResource();
            list.setId("patients-" + code);
            list.setStatus(ListStatus.CURRENT);
            list.setMode(ListMode.SNAPSHOT);
            list.setTitle("Patients of the population " + code);
            for (String patient : patients.apply(code)) {
                ListEntryComponent entry = list.addEntry();
                entry.setItem(new Reference("Patient/" + patient));
                links.apply(patient)
                        .forEach(
                                link -> entry.addExtension(Systems.PROFILE + "kedja-evidence-link", new UrlType(link)));
            }
            report.addContained(list);
            population.setSubjectResults(new Reference("#" + list.getId()));
        }
    }
}
