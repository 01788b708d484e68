package health.kedja.access.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;

/**
 * The accesses of a request that is about to be answered: one for each patient concerned, or one without; of a Bundle,
 * those of every entry. What a transaction wrote is recorded already, with it.
 */
final class AccessesOfRequest {

    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");
    private static final Set<String> READS = Set.of("read", "vread");
    private static final int STATUS_DIGITS = 3;

    private final Recording recording;
    private final List<Denial> denials;
    private final List<Access> accesses = new ArrayList<>();
    private final Set<Denial> told = new LinkedHashSet<>();

    private AccessesOfRequest(Recording recording) {
        this.recording = recording;
        this.denials = recording.denials();
    }

    /** @param status of the answer */
    static List<Access> of(Recording recording, int status) {
        AccessesOfRequest request = new AccessesOfRequest(recording);
        request.add(status);
        return request.accesses;
    }

    private void add(int status) {
        Asked asked = recording.asked();
        boolean done = Outcome.ofStatus(status) == Outcome.DONE;
        if (asked.interaction().equals("transaction") && recording.sent() instanceof Bundle bundle) {
            addEntries(bundle, done && recording.answer() instanceof Bundle answer ? answer : null, status);
        } else {
            add(asked, status, recording.sent(), done ? recording.answer() : null, null);
        }
        denials.stream().filter(denial -> !told.contains(denial)).forEach(denial -> addDenied(asked, denial));
        if (accesses.isEmpty() && !recording.isAnyWritten(null)) {
            addRows(asked, status, Set.of(), asked.resource());
        }
    }

    private void addEntries(Bundle sent, Bundle answer, int status) {
        for (int i = 0; i < sent.getEntry().size(); i++) {
            BundleEntryComponent entry = sent.getEntry().get(i);
            BundleEntryComponent answered = answer == null || answer.getEntry().size() <= i
                    ? null
                    : answer.getEntry().get(i);
            String method = entry.getRequest().hasMethod()
                    ? entry.getRequest().getMethod().toCode()
                    : "POST";
            Asked asked = Asked.ofEntry(method, entry.getRequest().getUrl());
            add(
                    asked,
                    answered == null ? status : status(answered, status),
                    entry.getResource(),
                    answered == null ? null : answered.getResource(),
                    answered == null ? null : answered.getResponse().getLocation());
        }
    }

    private static int status(BundleEntryComponent answered, int otherwise) {
        String status = answered.getResponse().getStatus();
        return status != null && status.matches("[1-5][0-9][0-9].*")
                ? Integer.parseInt(status.substring(0, STATUS_DIGITS))
                : otherwise;
    }

    private void add(Asked asked, int status, IBaseResource sent, IBaseResource answer, String location) {
        Set<String> patients = new LinkedHashSet<>(asked.patients());
        boolean write = WRITES.contains(asked.interaction());
        if (Outcome.ofStatus(status) != Outcome.DONE) {
            if (sent != null) {
                patients.addAll(Subjects.of(sent));
            }
            List<Denial> own =
                    denials.stream().filter(denial -> isOf(denial, asked)).toList();
            if (own.isEmpty()) {
                addRows(asked, status, patients, asked.resource());
            }
            own.forEach(denial -> addDenied(asked, denial));
        } else if (!write) {
            patients.addAll(Subjects.of(answer));
            boolean one = READS.contains(asked.interaction());
            addRows(asked, status, patients, one && id(answer) != null ? id(answer) : asked.resource());
        } else if (!isWritten(asked, location)) {
            // Found as it was asked to be: nothing was written, but what is there was told.
            patients.addAll(Subjects.of(sent));
            patients.addAll(Subjects.of(answer));
            String found = location == null ? id(answer) : location;
            addRows(asked, status, patients, found == null ? asked.resource() : found);
        }
    }

    private boolean isWritten(Asked asked, String location) {
        if (asked.interaction().equals("delete") && asked.resource() != null) {
            return recording.isWritten(asked.resource());
        }
        if (location != null && !asked.interaction().equals("delete")) {
            return recording.isWritten(location);
        }
        String path = asked.resource() == null ? asked.query() : asked.resource();
        return path != null && recording.isAnyWritten(path.split("[/?]")[0]);
    }

    private boolean isOf(Denial denial, Asked asked) {
        return denial.resource() == null
                || asked.resource() == null
                || asked.resource().startsWith(denial.resource());
    }

    private static String id(IBaseResource answer) {
        return answer == null
                        || answer.getIdElement() == null
                        || !answer.getIdElement().hasIdPart()
                ? null
                : answer.getIdElement().toUnqualified().getValue();
    }

    private void addDenied(Asked asked, Denial denial) {
        if (told.add(denial)) {
            Set<String> patients = denial.patients().isEmpty() ? asked.patients() : denial.patients();
            String resource = denial.resource() == null ? asked.resource() : denial.resource();
            rows(patients)
                    .forEach(patient -> accesses.add(recording.access(
                            asked.interaction(),
                            Outcome.REFUSED,
                            Access.denied(denial.reason()),
                            patient,
                            resource,
                            asked.query())));
        }
    }

    private void addRows(Asked asked, int status, Set<String> patients, String resource) {
        Outcome outcome = Outcome.ofStatus(status);
        String reason = outcome == Outcome.DONE ? null : "HTTP " + status;
        rows(patients)
                .forEach(patient -> accesses.add(
                        recording.access(asked.interaction(), outcome, reason, patient, resource, asked.query())));
    }

    private static List<String> rows(Set<String> patients) {
        List<String> rows = new ArrayList<>(patients);
        if (rows.isEmpty()) {
            rows.add(null);
        }
        return rows;
    }
}
