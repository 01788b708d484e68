package health.kedja.server.access;

import health.kedja.access.Extent;
import health.kedja.fhir.Refusal;
import health.kedja.history.Reach;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;

/**
 * Keeps a block from being lifted or changed by those from whom it keeps records: they would see them without breaking
 * protection, and so without giving a reason.
 */
final class LiftedBlocks {

    private final Verdicts verdicts;
    private final Reach reach;

    LiftedBlocks(Verdicts verdicts, Reach reach) {
        this.verdicts = verdicts;
        this.reach = reach;
    }

    /** The reason to refuse that a stored resource becomes another; empty where there is none. */
    Optional<RuntimeException> refusal(Asker asker, Resource before, Resource after) {
        boolean lifts = before instanceof Consent old
                && blocks(old)
                && !(after instanceof Consent changed && said(old).equals(said(changed)));
        if (!lifts || seesBlocked(asker) || isInside(asker, Refusal.custodians((Consent) before))) {
            return Optional.empty();
        }
        return Optional.of(Refused.forbidden("This Consent blocks records for you, and those for whom it does neither"
                + " lift nor change it: someone of the unit whose records it blocks does, or a system of the region. To see"
                + " the records in an emergency, read with the header " + BrokenGlass.HEADER + "."));
    }

    private static boolean blocks(Consent consent) {
        return consent.getStatus() == Consent.ConsentState.ACTIVE
                && Refusal.kinds(consent).contains(Refusal.Kind.BLOCK);
    }

    /** What of a Consent makes it the block that it is. */
    private static List<Object> said(Consent consent) {
        var period = consent.getProvision().getPeriod();
        return List.of(
                blocks(consent),
                String.valueOf(consent.getPatient().getReference()),
                Refusal.custodians(consent),
                String.valueOf(period.getStartElement().getValueAsString()),
                String.valueOf(period.getEndElement().getValueAsString()));
    }

    private boolean seesBlocked(Asker asker) {
        return verdicts.rules().find(Optional.of("Consent"), "update").stream()
                .flatMap(rule -> asker.caller().roles().stream().map(rule::extent))
                .anyMatch(extent -> extent != Extent.NO && !extent.honoursBlocks());
    }

    /** A block of the records of all units keeps some from everybody. */
    private boolean isInside(Asker asker, List<String> units) {
        return !units.isEmpty()
                && units.stream()
                        .noneMatch(unit -> Collections.disjoint(
                                reach.below(Set.of(unit)), asker.caller().organizations()));
    }
}
