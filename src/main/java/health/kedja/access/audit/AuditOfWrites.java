package health.kedja.access.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Records every write in the transaction that makes it, whatever door it came through. Must be registered once, with the
 * storage's own interceptor service.
 */
@Interceptor
public final class AuditOfWrites {

    /** Written by the server itself, in no request. */
    private static final String NO_REQUEST = "server";

    private final AuditTrail trail;

    public AuditOfWrites(AuditTrail trail) {
        this.trail = trail;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        Recording recording = AuditHooks.recording(request);
        pending().add(accesses("create", resource, versioned(resource), recording), recording);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        Recording recording = AuditHooks.recording(request);
        String way = recording == null ? "update" : recording.wayToUpdate(id(after));
        pending().add(accesses(way, after, versioned(after), recording), recording);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource, RequestDetails request) {
        Recording recording = AuditHooks.recording(request);
        pending().addNow(accesses("delete", resource, id(resource), recording), recording);
    }

    private static List<Access> accesses(String interaction, IBaseResource resource, String what, Recording recording) {
        Set<String> patients = Subjects.of(resource);
        List<Access> accesses = new ArrayList<>();
        for (String patient : patients.isEmpty() ? Collections.<String>singletonList(null) : patients) {
            accesses.add(
                    recording == null
                            ? new Access(
                                    interaction, Outcome.DONE, null, null, patient, what, null, NO_REQUEST, Who.SERVER)
                            : recording.access(interaction, Outcome.DONE, null, patient, what, null));
        }
        return accesses;
    }

    private static String id(IBaseResource resource) {
        IIdType id = resource.getIdElement();
        return resource.fhirType() + "/" + id.getIdPart();
    }

    private static String versioned(IBaseResource resource) {
        IIdType id = resource.getIdElement();
        return id.hasVersionIdPart() ? id(resource) + "/_history/" + id.getVersionIdPart() : id(resource);
    }

    private Pending pending() {
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        return pending;
    }

    /** What a transaction wrote; recorded together just before it commits. */
    private final class Pending implements TransactionSynchronization {

        private final List<Access> waiting = new ArrayList<>();
        private final List<Runnable> whenCommitted = new ArrayList<>();
        private boolean flushed;
        private boolean suspended;

        private void add(List<Access> accesses, Recording recording) {
            if (flushed) {
                addNow(accesses, recording);
                return;
            }
            waiting.addAll(accesses);
            whenCommitted(accesses, recording);
        }

        /**
         * A conditional delete tells of what it deletes when the transaction is about to commit, too late to be called
         * before it does.
         */
        private void addNow(List<Access> accesses, Recording recording) {
            trail.recordInTransaction(accesses);
            whenCommitted(accesses, recording);
        }

        private void whenCommitted(List<Access> accesses, Recording recording) {
            if (recording != null) {
                whenCommitted.add(() -> recording.written(accesses));
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            flushed = true;
            if (!waiting.isEmpty()) {
                trail.recordInTransaction(waiting);
            }
        }

        @Override
        public void afterCommit() {
            whenCommitted.forEach(Runnable::run);
        }

        @Override
        public void suspend() {
            // Nothing is bound any more when a transaction begins after this one has committed.
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(AuditOfWrites.this) != null;
        }

        @Override
        public void resume() {
            if (suspended) {
                TransactionSynchronizationManager.bindResource(AuditOfWrites.this, this);
            }
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(AuditOfWrites.this);
        }
    }
}
