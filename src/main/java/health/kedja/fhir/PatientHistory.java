package health.kedja.fhir;

import health.kedja.pathway.ChainType;
import health.kedja.pathway.History;
import java.util.Map;

/**
 * The one patient of a Bundle and what happened to them.
 *
 * @param patient how the Bundle names the patient: {@code Patient/id}, or the {@code fullUrl} of an entry without id
 * @param history the events of all entries about that patient
 * @param units the type of chain of each unit that states one, by its resource
 */
public record PatientHistory(String patient, History history, Map<String, ChainType> units) {

    public PatientHistory {
        units = Map.copyOf(units);
    }
}
