package health.kedja.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was offered, done and declined after a fracture to prevent the next, beside drugs. */
public final class PreventionMeasures {

    private final MeasureRule rule;
    private final List<Event> events;

    private PreventionMeasures(MeasureRule rule, List<Event> events) {
        this.rule = rule;
        this.events = events;
    }

    /**
     * The measures of the guideline, in its order. What is done after a newer index fracture counts for that one only.
     *
     * @param history everything known of the patient; what is dated after {@code asOf} or the death makes no difference
     * @param guideline the care programme to go by
     * @param chain the chain of the fracture, evaluated on the same day
     * @param asOf the day to answer for
     */
    public static List<PreventionMeasure> of(
            History history, Guideline guideline, FractureChain chain, LocalDate asOf) {
        return PatientCare.of(history, guideline, asOf).preventionMeasures(chain);
    }

    static List<PreventionMeasure> of(Seen seen, Guideline guideline, FractureChain chain) {
        LocalDate first = chain.fractureDate().minusDays(guideline.prevention().lookBackDays());
        LocalDate last = seen.today();
        if (guideline.episode().newFractureEndsChain()) {
            for (Episode episode : seen.episodes()) {
                if (episode.day().isAfter(chain.fractureDate())) {
                    last = episode.day();
                    break;
                }
            }
        }
        List<Event> counting = new ArrayList<>();
        for (Event event : seen.events()) {
            if (event.day() != null
                    && !event.day().isBefore(first)
                    && !event.day().isAfter(last)) {
                counting.add(event);
            }
        }
        List<PreventionMeasure> measures = new ArrayList<>();
        for (MeasureRule rule : guideline.prevention().measures()) {
            measures.add(new PreventionMeasures(rule, counting).measure());
        }
        return List.copyOf(measures);
    }

    private PreventionMeasure measure() {
        List<Event> done = matching(rule.doneBy());
        List<Event> offered = matching(rule.offeredBy());
        List<Event> perhaps = new ArrayList<>(matching(rule.perhapsBy()));
        perhaps.removeIf(event -> event.code() != null);
        Event against = null;
        for (Event event : events) {
            against = isAgainst(event) ? event : against;
        }
        List<Event> evidence = new ArrayList<>(done);
        evidence.addAll(offered);
        if (against != null) {
            evidence.add(against);
        }
        if (evidence.isEmpty()) {
            evidence.addAll(perhaps);
        }
        StepReason reason = against == null ? null : Decisions.reasonOf(against);
        return new PreventionMeasure(
                rule.id(),
                rule.title(),
                status(done, offered, perhaps, reason),
                day(offered),
                day(done),
                against == null ? null : against.day(),
                reason,
                Course.sources(evidence, LocalDate.MAX),
                rule.rule().id(),
                rule.rule().certainty());
    }

    private static MeasureStatus status(
            List<Event> done, List<Event> offered, List<Event> perhaps, StepReason against) {
        if (!done.isEmpty()) {
            return MeasureStatus.DONE;
        }
        if (against != null) {
            return against == StepReason.DECLINED ? MeasureStatus.DECLINED : MeasureStatus.NOT_DONE;
        }
        if (!offered.isEmpty()) {
            return MeasureStatus.OFFERED;
        }
        return perhaps.isEmpty() ? MeasureStatus.NOT_RECORDED : MeasureStatus.UNSPECIFIED;
    }

    private boolean isAgainst(Event event) {
        return event.kind() == Kind.NOT_DONE
                && (rule.doneBy().stream().anyMatch(token -> token.isMeantBy(event.code()))
                        || rule.offeredBy().stream().anyMatch(token -> token.isMeantBy(event.code())));
    }

    private List<Event> matching(List<EvidenceToken> tokens) {
        // For each measure every event: plain loops, because streams took most of the time of this part.
        List<Event> matching = new ArrayList<>();
        for (Event event : events) {
            for (EvidenceToken token : tokens) {
                if (token.matches(event)) {
                    matching.add(event);
                    break;
                }
            }
        }
        return matching;
    }

    private static LocalDate day(List<Event> inOrder) {
        return inOrder.isEmpty() ? null : inOrder.get(0).day();
    }
}
