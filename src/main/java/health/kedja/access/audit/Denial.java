package health.kedja.access.audit;

import jakarta.servlet.ServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Something that was asked for and not allowed. Whoever refuses notes it on the request before throwing, whatever the
 * client is told (which may be that there is no such resource); the audit trail then says why.
 *
 * @param reason why, in a few words, such as "another region"; goes into the trail, never into a log
 * @param resource what it was about, as {@code Type/id} without version; null for the request as a whole
 * @param patients the patients concerned, as logical ids; empty where none is known
 */
public record Denial(String reason, String resource, Set<String> patients) {

    private static final String ATTRIBUTE = Denial.class.getName();

    public Denial {
        patients = Set.copyOf(patients);
    }

    /** Notes that the request, or the entry of a Bundle that is being answered, was not allowed. */
    public static void note(ServletRequest request, String reason, String resource, Collection<String> patients) {
        notes(request).add(new Denial(reason, resource, Set.copyOf(patients)));
    }

    static List<Denial> of(ServletRequest request) {
        return List.copyOf(notes(request));
    }

    @SuppressWarnings("unchecked")
    private static List<Denial> notes(ServletRequest request) {
        synchronized (request) {
            List<Denial> notes = (List<Denial>) request.getAttribute(ATTRIBUTE);
            if (notes == null) {
                notes = new CopyOnWriteArrayList<>();
                request.setAttribute(ATTRIBUTE, notes);
            }
            return notes;
        }
    }
}
