package health.kedja.operation.cdshooks;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServiceResponseJson;
import ca.uhn.hapi.fhir.cdshooks.api.json.CdsServicesJson;
import health.kedja.fhir.NextActionText;
import health.kedja.fhir.PatientHistory;
import health.kedja.operation.PatientRecords;
import health.kedja.operation.PostedRecords;
import health.kedja.pathway.Guideline;
import health.kedja.pathway.Guidelines;
import health.kedja.pathway.NextAction;
import health.kedja.pathway.NextActions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What the services are, and what they answer. */
public final class CdsServices {

    private static final String WHOLE_RECORD = "Patient/{{context.patientId}}/$everything";

    private final Guidelines guidelines;
    private final PatientRecords patients;
    private final PostedRecords posted;
    private final Clock clock;

    /** @param clock in the time zone in which calendar days are counted */
    public CdsServices(Guidelines guidelines, PatientRecords patients, PostedRecords posted, Clock clock) {
        this.guidelines = guidelines;
        this.patients = patients;
        this.posted = posted;
        this.clock = clock;
    }

    /** The services, for clients that look for them. */
    public static CdsServicesJson discovery(Locale reader) {
        NextActionText words = new NextActionText(reader);
        CdsServicesJson services = new CdsServicesJson();
        for (CdsService service : CdsService.values()) {
            CdsServiceJson one = new CdsServiceJson()
                    .setId(service.id())
                    .setHook(service.hook())
                    .setTitle(words.title())
                    .setDescription(words.description());
            one.addPrefetch(CdsRequest.RECORD, WHOLE_RECORD);
            services.addService(one);
        }
        return services;
    }

    /**
     * The cards for today, from the record that was sent, or else from what is stored.
     *
     * @param fhirBase address of this server's FHIR API
     * @throws ResourceNotFoundException or {@link ResourceGoneException} if nothing was sent and the patient is not here, or
     *     is not the caller's
     */
    public CdsServiceResponseJson cards(CdsRequest asked, Locale reader, String fhirBase, RequestDetails request) {
        PatientHistory patient = asked.record()
                .map(bundle -> posted.read("prefetch." + CdsRequest.RECORD, bundle))
                .orElseGet(() -> patients.require(asked.patientId(), request));
        Guideline guideline = guidelines.standard();
        List<NextAction> actions = NextActions.of(patient.history(), guideline, LocalDate.now(clock), patient.units());
        return new CdsCards(reader, guideline, fhirBase).of(actions);
    }

    /**
     * What is answered where a patient is not here, or is not the caller's: the same in either case. No cards at all would
     * say that there is nothing to do.
     */
    public static RuntimeException unknownPatient() {
        return PrefetchedRecord.unavailable("The patient of context.patientId is not known here, and prefetch."
                + CdsRequest.RECORD + " was not sent. Store the patient's record, or send it.");
    }
}
