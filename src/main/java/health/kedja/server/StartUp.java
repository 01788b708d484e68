package health.kedja.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.kedja.fhir.ResourceEvents;
import health.kedja.history.Rebuild;
import health.kedja.server.validation.ProfileValidation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What is done before the first request is taken: the events are brought up to date, Kedja's own profiles and
 * guidelines are published, the demonstration patients are stored where they are asked for, and the validator is warm.
 */
@Component
class StartUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);
    private static final Set<String> TERMINOLOGY = Set.of("CodeSystem", "ValueSet", "ConceptMap");

    private final KedjaSettings settings;
    private final FhirContext fhirContext;
    private final DataSource dataSource;
    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, ?> systemDao;
    private final PlatformTransactionManager transactions;
    private final ResourceEvents resourceEvents;
    private final ConformanceResources conformance;
    private final DemonstrationPatients demonstration;
    private final ProfileValidation validation;
    private final Installations installations;
    private boolean running;

    @SuppressWarnings("java:S107") // It starts everything, so it knows everything.
    StartUp(
            KedjaSettings settings,
            FhirContext fhirContext,
            DataSource dataSource,
            DatabaseSchema schema,
            DaoRegistry daos,
            IFhirSystemDao<Bundle, ?> systemDao,
            PlatformTransactionManager transactions,
            ResourceEvents resourceEvents,
            ConformanceResources conformance,
            DemonstrationPatients demonstration,
            ProfileValidation validation) {
        this.settings = settings;
        this.fhirContext = fhirContext;
        this.dataSource = dataSource;
        this.daos = daos;
        this.systemDao = systemDao;
        this.transactions = transactions;
        this.resourceEvents = resourceEvents;
        this.conformance = conformance;
        this.demonstration = demonstration;
        this.validation = validation;
        this.installations = new Installations(dataSource);
    }

    @Override
    public void start() {
        bringEventsUpToDate();
        publishConformance();
        validation.awaitWarm();
        if (settings.demo()) {
            installDemonstration();
        }
        running = true;
    }

    /** Events derived by other rules than today's are derived anew. */
    private void bringEventsUpToDate() {
        if (!settings.events().enabled()) {
            return;
        }
        String rules = eventRules();
        if (settings.events().rebuild() || !installations.has("events", rules)) {
            long events = new Rebuild(dataSource, transactions, resourceEvents)
                    .run(new StoredResources(dataSource, daos, Rebuild.types()));
            installations.remember("events", rules);
            LOG.info("Derived {} events from the stored resources", events);
        }
    }

    private String eventRules() {
        return ResourceEvents.RULES + " " + settings.timeZone() + " "
                + ShippedFiles.load(fhirContext, "terminology/ConceptMap-*.json")
                        .hash();
    }

    private void publishConformance() {
        if (!installations.has("conformance", conformance.hash())) {
            // Two transactions side by side: most of the time is spent waiting for the database.
            Map<Boolean, List<Resource>> parts = conformance.resources().stream()
                    .collect(Collectors.partitioningBy(resource -> TERMINOLOGY.contains(resource.fhirType())));
            CompletableFuture<Void> terminology = CompletableFuture.runAsync(() -> store(parts.get(true)));
            store(parts.get(false));
            terminology.join();
            installations.remember("conformance", conformance.hash());
            LOG.info(
                    "Published {} profiles, code systems and guidelines",
                    conformance.resources().size());
        }
    }

    private void installDemonstration() {
        if (!installations.has("demonstration", demonstration.hash())) {
            demonstration.bundles().forEach(bundle -> systemDao.transaction(new SystemRequestDetails(), bundle));
            installations.remember("demonstration", demonstration.hash());
            LOG.info("Stored the demonstration patients");
        }
    }

    private void store(List<Resource> resources) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.TRANSACTION);
        for (Resource resource : resources) {
            bundle.addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        systemDao.transaction(new SystemRequestDetails(), bundle);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts in one of the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
