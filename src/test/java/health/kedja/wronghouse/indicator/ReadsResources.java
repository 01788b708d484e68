package health.kedja.wronghouse.indicator;

import org.hl7.fhir.r4.model.Patient;

class ReadsResources {

    boolean counts(Patient patient) {
        return patient.getActive();
    }
}
