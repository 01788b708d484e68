package health.kedja.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A fracture chain that the national pathway of 2021 opens: a low-energy fracture of hip at any age, or of vertebra,
 * pelvis, proximal humerus or wrist at 50 or older. Of one site and, where both are told, one side, what is recorded
 * less than three months after the last record is the same fracture; fractures of several sites within 14 days of the
 * first are one chain.
 *
 * @param day day of its first fracture
 * @param sites what broke, one of {@link #ORDER} each; the first of that order names the chain
 */
record TrueChain(LocalDate day, Set<String> sites) {

    private static final List<String> ORDER = List.of("hip", "vertebra", "pelvis", "proximal-humerus", "wrist");
    /** Falls from height and traffic: ICD-10 W11 to W17 and V. */
    private static final String HIGH_ENERGY = "V.*|W1[1-7].*";

    /** The chains of a person, oldest first. */
    static List<TrueChain> of(Known known) {
        List<TrueChain> chains = new ArrayList<>();
        for (Broken broken : broken(known)) {
            TrueChain last = chains.isEmpty() ? null : chains.get(chains.size() - 1);
            if (!broken.opens) {
                continue;
            }
            if (last != null && !broken.first.isAfter(last.day.plusDays(14))) {
                last.sites.add(broken.site);
            } else {
                chains.add(new TrueChain(broken.first, new HashSet<>(Set.of(broken.site))));
            }
        }
        return chains;
    }

    /** The site that names the chain. */
    String site() {
        return sites.stream().min(Comparator.comparing(ORDER::indexOf)).orElseThrow();
    }

    /** High risk whatever FRAX says. */
    boolean hipOrVertebra() {
        return sites.contains("hip") || sites.contains("vertebra");
    }

    private static List<Broken> broken(Known known) {
        List<Broken> all = new ArrayList<>();
        for (Fact.Fracture fracture : known.fractures) {
            String site = site(fracture.bone());
            if (site == null) {
                continue;
            }
            Broken same = null;
            for (Broken broken : all) {
                same = broken.hasCare(site, fracture) ? broken : same;
            }
            if (same == null) {
                boolean young = !site.equals("hip") && !known.isFifty(fracture.day());
                same = new Broken(site, fracture.day(), !young && !highEnergy(fracture, known));
                all.add(same);
            }
            same.last = fracture.day();
            same.side = same.side == null ? fracture.side() : same.side;
        }
        return all;
    }

    /** By its own cause, or by one of the same day where the contact of either is not known. */
    private static boolean highEnergy(Fact.Fracture fracture, Known known) {
        return known.fractures.stream()
                .filter(other -> other.cause() != null && other.cause().matches(HIGH_ENERGY))
                .anyMatch(other -> other == fracture
                        || other.day().equals(fracture.day()) && (other.visit() == null || fracture.visit() == null));
    }

    private static String site(Bone bone) {
        return switch (bone) {
            case HIP, HIP_PERTROCHANTERIC -> "hip";
            case THORACIC_SPINE, LUMBAR_SPINE -> "vertebra";
            case PELVIS -> "pelvis";
            case PROXIMAL_HUMERUS -> "proximal-humerus";
            case WRIST -> "wrist";
            case KNEE, ANKLE, HAND -> null;
        };
    }

    /** A broken bone and its care. */
    private static final class Broken {
        private final String site;
        private final LocalDate first;
        private final boolean opens;
        private LocalDate last;
        private String side;

        Broken(String site, LocalDate first, boolean opens) {
            this.site = site;
            this.first = first;
            this.opens = opens;
        }

        boolean hasCare(String other, Fact.Fracture fracture) {
            boolean maybeSameSide = side == null || fracture.side() == null || side.equals(fracture.side());
            return site.equals(other) && maybeSameSide && fracture.day().isBefore(last.plusMonths(3));
        }
    }
}
