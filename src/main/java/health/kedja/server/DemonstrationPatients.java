package health.kedja.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;

/** A few invented patients, for a first look: transaction Bundles in {@code demo/*.json}. */
@Component
class DemonstrationPatients {

    /** The one to look at first. */
    static final String FIRST = "anna-hoft";

    private final FhirContext context;
    private ShippedFiles files;

    DemonstrationPatients(FhirContext context) {
        this.context = context;
    }

    List<Bundle> bundles() {
        return files().resources().stream().map(Bundle.class::cast).toList();
    }

    String hash() {
        return files().hash();
    }

    private synchronized ShippedFiles files() {
        if (files == null) {
            files = ShippedFiles.load(context, "demo/*.json");
        }
        return files;
    }
}
