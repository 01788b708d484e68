package health.kedja.operation.cdshooks;

import java.util.Optional;
import java.util.stream.Stream;

/** The services, each for the moment at which a record system asks. They give the same cards. */
public enum CdsService {
    /** A record is opened. */
    PATIENT_VIEW("kedja-fracture-chain", "patient-view", false),
    /** A patient is about to be discharged. */
    ENCOUNTER_DISCHARGE("kedja-fracture-chain-at-discharge", "encounter-discharge", true);

    private final String id;
    private final String hook;
    private final boolean ofEncounter;

    CdsService(String id, String hook, boolean ofEncounter) {
        this.id = id;
        this.hook = hook;
        this.ofEncounter = ofEncounter;
    }

    /** Its name in addresses. */
    public String id() {
        return id;
    }

    /** The hook that it is for. */
    public String hook() {
        return hook;
    }

    /** Whether the hook names an encounter too. */
    boolean isOfEncounter() {
        return ofEncounter;
    }

    /** The service of that name. */
    public static Optional<CdsService> of(String id) {
        return Stream.of(values()).filter(service -> service.id.equals(id)).findFirst();
    }
}
