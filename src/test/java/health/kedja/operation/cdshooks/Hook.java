package health.kedja.operation.cdshooks;

import java.util.UUID;

/** The request of a hook, as a record system sends it. */
public final class Hook {

    public static final String VIEW = "cds-services/kedja-fracture-chain";
    public static final String DISCHARGE = "cds-services/kedja-fracture-chain-at-discharge";

    private Hook() {}

    /** A record is opened. */
    public static String view(String patient) {
        return request("patient-view", "\"userId\": \"Practitioner/anna\", \"patientId\": \"" + patient + "\"", "");
    }

    /** A record is opened, and sent. */
    public static String view(String patient, String record) {
        return request(
                "patient-view",
                "\"userId\": \"Practitioner/anna\", \"patientId\": \"" + patient + "\"",
                prefetch(record));
    }

    /** A patient is about to be discharged. */
    public static String discharge(String patient) {
        return discharging(patient, "");
    }

    /** A patient is about to be discharged, and the record is sent. */
    public static String discharge(String patient, String record) {
        return discharging(patient, prefetch(record));
    }

    private static String discharging(String patient, String more) {
        return request(
                "encounter-discharge",
                "\"userId\": \"Practitioner/anna\", \"patientId\": \"" + patient + "\", \"encounterId\": \"visit-1\"",
                more);
    }

    private static String prefetch(String record) {
        return ", \"prefetch\": {\"record\": " + record + "}";
    }

    /** @param more properties, with a comma before each */
    static String request(String hook, String context, String more) {
        return "{\"hook\": \"" + hook + "\", \"hookInstance\": \"" + UUID.randomUUID() + "\", \"context\": {" + context
                + "}" + more + "}";
    }
}
