package health.kedja.access.audit;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** A row of the trail as AuditEvent. */
final class AuditEvents {

    static final String PROFILE = "https://kedja.health/fhir/StructureDefinition/kedja-audit-event";

    private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    private static final String REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String ENTITY = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String SOURCE = "http://terminology.hl7.org/CodeSystem/security-source-type";
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/CodeSystem/";
    private static final String TAG = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    private static final String CUSTODIAN = "custodian";
    private static final List<String> PATIENTS = List.of("Patient/", "RelatedPerson/", "Person/");

    private final String base;
    private final Locale language;
    private final boolean withoutPatients;

    /**
     * How events are told.
     *
     * @param base of the API, as the reader knows it
     * @param language of the narrative
     * @param withoutPatients whether to leave out what says about whom it was
     */
    AuditEvents(String base, Locale language, boolean withoutPatients) {
        this.base = base;
        this.language = language;
        this.withoutPatients = withoutPatients;
    }

    AuditEvent of(StoredAccess stored) {
        Access access = withoutPatients ? withoutPatient(stored.access()) : stored.access();
        BalpPattern pattern = BalpPattern.of(access.interaction());
        AuditEvent event = new AuditEvent();
        event.setId(Long.toString(stored.id()));
        addProfiles(event, access, pattern);
        event.setType(new Coding(TYPE, "rest", "RESTful Operation"));
        event.addSubtype(new Coding().setSystem(INTERACTION).setCode(access.interaction()));
        if (access.isDenied()) {
            event.addSubtype(new Coding(DCM, "110113", "Security Alert"));
        }
        event.setAction(pattern.action());
        event.setRecorded(Date.from(stored.recorded()));
        event.setOutcome(
                AuditEventOutcome.fromCode(Integer.toString(access.outcome().code())));
        event.setOutcomeDesc(access.reason());
        addPurpose(event, access);
        addAgents(event, access.who(), pattern);
        event.getSource()
                .setSite("Kedja")
                .setObserver(new Reference().setDisplay("Kedja"))
                .addType(new Coding(SOURCE, "4", "Application Server"));
        addEntities(event, access);
        event.setText(new AccessWords(language).narrative(stored.recorded(), access));
        event.setLanguage(language.toLanguageTag());
        return event;
    }

    private static Access withoutPatient(Access access) {
        return new Access(
                access.interaction(),
                access.outcome(),
                access.reason(),
                null,
                null,
                null,
                null,
                access.request(),
                withoutPatient(access.who()));
    }

    /** A patient who asks by an app, or someone close to them, is told of as the app. */
    private static Who withoutPatient(Who who) {
        String user = who.fhirUser();
        boolean isPatient = user != null && PATIENTS.stream().anyMatch(user::startsWith);
        return isPatient
                ? new Who(
                        who.issuer(),
                        null,
                        who.client(),
                        null,
                        who.roles(),
                        who.organizations(),
                        who.purpose(),
                        who.address())
                : who;
    }

    private void addProfiles(AuditEvent event, Access access, BalpPattern pattern) {
        event.getMeta().addProfile(PROFILE);
        if (withoutPatients) {
            event.getMeta().addTag(new Coding().setSystem(TAG).setCode("SUBSETTED"));
        } else if (access.outcome() == Outcome.DONE && pattern.profile(false) != null) {
            event.getMeta().addProfile(pattern.profile(access.patient() != null));
        }
    }

    private static void addPurpose(AuditEvent event, Access access) {
        if (access.who().purpose() != null) {
            event.addPurposeOfEvent()
                    .addCoding()
                    .setSystem(REASON)
                    .setCode(access.who().purpose());
        }
        if (access.emergency() != null) {
            event.addPurposeOfEvent()
                    .setText(access.emergency())
                    .addCoding(new Coding(REASON, "BTG", "break the glass"));
        }
    }

    private void addAgents(AuditEvent event, Who who, BalpPattern pattern) {
        boolean user = who.subject() != null;
        AuditEventAgentComponent client = event.addAgent().setRequestor(!user);
        client.setType(type(pattern.client()));
        if (who.client() != null) {
            client.getWho()
                    .setIdentifier(new Identifier().setSystem(who.issuer()).setValue(who.client()));
        } else {
            client.getWho().setDisplay(who.address() == null ? "Kedja" : "without token, from " + who.address());
        }
        client.getNetwork()
                .setAddress(who.address() == null ? "localhost" : who.address())
                .setType(who.address() == null ? AuditEventAgentNetworkType._1 : AuditEventAgentNetworkType._2);
        AuditEventAgentComponent server = event.addAgent().setRequestor(false);
        server.setType(type(pattern.server()));
        server.getWho().setDisplay("Kedja");
        server.getNetwork().setAddress(base).setType(AuditEventAgentNetworkType._5);
        if (user) {
            addUser(event, who, pattern);
        }
    }

    private static void addUser(AuditEvent event, Who who, BalpPattern pattern) {
        AuditEventAgentComponent user = event.addAgent().setRequestor(true);
        user.getType()
                .addCoding(
                        pattern.isWrite()
                                ? new Coding(PARTICIPATION, "AUT", null)
                                : new Coding(PARTICIPATION, "IRCP", null))
                .addCoding(new Coding().setSystem(BALP + "UserAgentTypes").setCode("UserOauthAgent"));
        user.getWho()
                .setReference(who.fhirUser())
                .setIdentifier(new Identifier().setSystem(who.issuer()).setValue(who.subject()));
        if (who.roles() != null) {
            for (String role : who.roles().split(" ")) {
                user.addRole().setText(role);
            }
        }
        if (who.purpose() != null) {
            user.addPurposeOfUse().addCoding().setSystem(REASON).setCode(who.purpose());
        }
    }

    private static CodeableConcept type(String code) {
        return new CodeableConcept()
                .addCoding(
                        code.equals(CUSTODIAN)
                                ? new Coding().setSystem(PARTICIPANT).setCode(code)
                                : new Coding().setSystem(DCM).setCode(code));
    }

    private void addEntities(AuditEvent event, Access access) {
        if (access.resource() != null) {
            AuditEventEntityComponent data = event.addEntity();
            data.setType(new Coding(ENTITY, "2", "System Object"));
            data.setRole(new Coding(ROLE, "4", "Domain Resource"));
            data.getWhat().setReference(access.resource());
        }
        if (access.query() != null) {
            AuditEventEntityComponent query = event.addEntity();
            query.setType(new Coding(ENTITY, "2", "System Object"));
            query.setRole(new Coding(ROLE, "24", "Query"));
            query.setQuery((base + "/" + access.query()).getBytes(StandardCharsets.UTF_8));
        }
        if (access.patient() != null) {
            AuditEventEntityComponent patient = event.addEntity();
            patient.setType(new Coding(ENTITY, "1", "Person"));
            patient.setRole(new Coding(ROLE, "1", "Patient"));
            patient.getWhat().setReference("Patient/" + access.patient());
        }
        AuditEventEntityComponent request = event.addEntity();
        request.setType(new Coding().setSystem(BALP + "BasicAuditEntityType").setCode("XrequestId"));
        request.getWhat().setIdentifier(new Identifier().setValue(access.request()));
    }
}
