package health.kedja.access.audit;

import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;

/**
 * The patterns of IHE Basic Audit Log Patterns (ITI BALP 1.1): which profile an access conforms to, and how its agents
 * are named in it. Source: the profiles of the guide, {@code https://profiles.ihe.net/ITI/BALP}.
 */
enum BalpPattern {
    READ("Read", AuditEventAction.R, "110152", "110153", false),
    QUERY("Query", AuditEventAction.E, "110153", "110152", false),
    CREATE("Create", AuditEventAction.C, "110153", "110152", true),
    UPDATE("Update", AuditEventAction.U, "110153", "110152", true),
    DELETE("Delete", AuditEventAction.D, "110150", "custodian", true),
    /** History and operations, for which the guide has none; the agents as for a query. */
    NONE(null, AuditEventAction.E, "110153", "110152", false);

    private static final String PROFILES = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private final String profile;
    private final AuditEventAction action;
    private final String client;
    private final String server;
    private final boolean write;

    BalpPattern(String profile, AuditEventAction action, String client, String server, boolean write) {
        this.profile = profile;
        this.action = action;
        this.client = client;
        this.server = server;
        this.write = write;
    }

    static BalpPattern of(String interaction) {
        return switch (interaction) {
            case "read", "vread" -> READ;
            case "search", "search-type", "search-system" -> QUERY;
            case "create" -> CREATE;
            case "update", "patch" -> UPDATE;
            case "delete" -> DELETE;
            default -> NONE;
        };
    }

    /** The profile of the guide for what succeeded, or null. */
    String profile(boolean withPatient) {
        return profile == null ? null : PROFILES + (withPatient ? "Patient" : "") + profile;
    }

    AuditEventAction action() {
        return action;
    }

    /** Code of the agent that asks. */
    String client() {
        return client;
    }

    /** Code of this server as agent. */
    String server() {
        return server;
    }

    boolean isWrite() {
        return write;
    }
}
