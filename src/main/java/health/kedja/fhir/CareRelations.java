package health.kedja.fhir;

import health.kedja.fhir.CareRelation.Through;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * Who has to do with a patient, by what one resource says ({@code docs/spec-clarifications.md} 130 and on). A day opens
 * at the first that a partial date may mean and closes at the last.
 */
final class CareRelations {

    private final DomainResource source;
    private final Through through;
    private final Days days;
    private final List<CareRelation> found = new ArrayList<>();

    private CareRelations(DomainResource source, Through through, Days days) {
        this.source = source;
        this.through = through;
        this.days = days;
    }

    static List<CareRelation> of(DomainResource resource, Days days) {
        if (resource instanceof Patient patient) {
            return new CareRelations(patient, Through.PATIENT, days).patient(patient);
        } else if (resource instanceof Encounter encounter) {
            return new CareRelations(encounter, Through.ENCOUNTER, days).encounter(encounter);
        } else if (resource instanceof EpisodeOfCare episode) {
            return new CareRelations(episode, Through.EPISODE, days).episode(episode);
        } else if (resource instanceof CareTeam team) {
            return new CareRelations(team, Through.CARE_TEAM, days).careTeam(team);
        } else if (resource instanceof ServiceRequest request) {
            return new CareRelations(request, Through.REFERRAL, days).referral(request);
        } else if (resource instanceof CarePlan plan) {
            return new CareRelations(plan, Through.PLAN, days).plan(plan);
        } else if (resource instanceof Task task) {
            return new CareRelations(task, Through.TASK, days).task(task);
        }
        return List.of();
    }

    private List<CareRelation> patient(Patient patient) {
        // The surviving record tells who has to do with the person; the replaced one may tell it wrong.
        boolean inUse = !patient.hasActive() || patient.getActive();
        if (inUse && PatientEvents.replacement(patient, References.STORED) == null) {
            add(patient.getManagingOrganization(), Span.ALWAYS);
            patient.getGeneralPractitioner().forEach(listed -> add(listed, Span.ALWAYS));
        }
        return found;
    }

    private List<CareRelation> encounter(Encounter encounter) {
        if (encounter.getStatus() == null) {
            return found;
        }
        Span span = span(encounter.getPeriod());
        switch (encounter.getStatus()) {
            case PLANNED, CANCELLED, ENTEREDINERROR, NULL -> {
                return found;
            }
            case FINISHED, UNKNOWN -> {
                // Over, whether or not its end was written down.
                LocalDate last =
                        span.end == null ? days.last(encounter.getPeriod().getStartElement()) : span.end;
                if (last == null) {
                    return found;
                }
                span = new Span(span.from, last);
            }
            default -> {
                // It goes on.
            }
        }
        add(encounter.getServiceProvider(), span);
        for (EncounterParticipantComponent participant : encounter.getParticipant()) {
            add(participant.getIndividual(), span.within(span(participant.getPeriod())));
        }
        return found;
    }

    private List<CareRelation> episode(EpisodeOfCare episode) {
        Span span = span(episode.getPeriod());
        boolean counts = episode.getStatus() != null
                && switch (episode.getStatus()) {
                    case PLANNED, WAITLIST, ACTIVE, ONHOLD -> true;
                    case FINISHED -> span.end != null;
                    default -> false;
                };
        if (counts) {
            add(episode.getManagingOrganization(), span);
            add(episode.getCareManager(), span);
        }
        return found;
    }

    private List<CareRelation> careTeam(CareTeam team) {
        Span span = span(team.getPeriod());
        boolean counts = team.getStatus() != null
                && switch (team.getStatus()) {
                    case ACTIVE, SUSPENDED -> true;
                    case INACTIVE -> span.end != null;
                    default -> false;
                };
        if (counts) {
            team.getManagingOrganization().forEach(unit -> add(unit, span));
            for (CareTeamParticipantComponent participant : team.getParticipant()) {
                Span own = span.within(span(participant.getPeriod()));
                add(participant.getMember(), own);
                add(participant.getOnBehalfOf(), own);
            }
        }
        return found;
    }

    private List<CareRelation> referral(ServiceRequest request) {
        boolean open = request.getStatus() != null
                && switch (request.getStatus()) {
                    case ACTIVE, ONHOLD -> true;
                    default -> false;
                };
        String intent = request.hasIntent() ? request.getIntent().toCode() : null;
        if (open && !request.getDoNotPerform() && Statuses.isOrder(intent)) {
            Span span = new Span(days.first(request.getAuthoredOnElement()), null);
            request.getPerformer().forEach(performer -> add(performer, span));
        }
        return found;
    }

    private List<CareRelation> plan(CarePlan plan) {
        boolean open = plan.getStatus() != null
                && switch (plan.getStatus()) {
                    case ACTIVE, ONHOLD -> true;
                    default -> false;
                };
        if (open) {
            add(plan.getAuthor(), span(plan.getPeriod()));
        }
        return found;
    }

    private List<CareRelation> task(Task task) {
        boolean open = task.getStatus() != null
                && switch (task.getStatus()) {
                    case REQUESTED, RECEIVED, ACCEPTED, READY, INPROGRESS, ONHOLD -> true;
                    default -> false;
                };
        if (open) {
            Span span = span(task.getExecutionPeriod());
            LocalDate from = span.from == null ? days.first(task.getAuthoredOnElement()) : span.from;
            add(task.getOwner(), new Span(from, span.end));
        }
        return found;
    }

    private Span span(Period period) {
        return new Span(days.first(period.getStartElement()), days.end(period));
    }

    private void add(Reference element, Span span) {
        Party party = Party.of(source, element);
        if (!party.isNobody()) {
            found.add(new CareRelation(through, party, span.from, span.end));
        }
    }

    /** Days, both included; null is open. */
    private record Span(LocalDate from, LocalDate end) {

        static final Span ALWAYS = new Span(null, null);

        Span within(Span other) {
            return new Span(later(from, other.from), earlier(end, other.end));
        }

        private static LocalDate later(LocalDate one, LocalDate other) {
            return one == null || other != null && other.isAfter(one) ? other : one;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one == null || other != null && other.isBefore(one) ? other : one;
        }
    }
}
