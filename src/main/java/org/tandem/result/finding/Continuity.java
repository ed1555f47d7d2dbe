package org.tandem.result.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.dicom.Uid;
import org.tandem.result.finding.Finding.Segmented;
import org.tandem.result.finding.Finding.Subject;
import org.tandem.result.finding.Finding.Tracking;

/**
 * Keeps the names of findings that were there before: a segment that lies where a prior one of the same type lay, in
 * the same frame of reference, is that one again. Pairs are made from the greatest overlap down, each finding in one
 * pair at most; what is in none has a name of its own.
 */
public record Continuity(List<PriorFinding> before) {

    private record Pair(Segmented now, PriorFinding then, MaskMatch match) {}

    public Continuity {
        before = List.copyOf(before);
    }

    /** The same findings, those that were there before with their Tracking UIDs of then. */
    public Findings keep(Findings findings) {
        Map<Segmented, Uid> kept = kept(findings.segmented());
        List<Finding> all =
                findings.all().stream().map(finding -> named(finding, kept)).toList();
        return new Findings(all, findings.maps(), findings.remarks());
    }

    private static Finding named(Finding finding, Map<Segmented, Uid> kept) {
        if (!(finding instanceof Segmented segmented) || !kept.containsKey(segmented)) {
            return finding;
        }
        Tracking tracking = new Tracking(finding.tracking().identifier(), kept.get(segmented));
        Subject subject =
                new Subject(finding.meaning(), tracking, finding.subject().operatingPoint());
        return new Segmented(subject, segmented.number(), segmented.region(), segmented.measurements());
    }

    private Map<Segmented, Uid> kept(List<Segmented> findings) {
        IdentityHashMap<Segmented, Uid> kept = new IdentityHashMap<>();
        Set<Uid> taken = new HashSet<>();
        for (Pair pair : pairs(findings)) {
            if (!kept.containsKey(pair.now()) && taken.add(pair.then().tracking())) {
                kept.put(pair.now(), pair.then().tracking());
            }
        }
        return kept;
    }

    /** All that may be the same, the greatest overlap first. */
    private List<Pair> pairs(List<Segmented> findings) {
        List<Pair> pairs = new ArrayList<>();
        for (Segmented now : findings) {
            before.stream()
                    .filter(then -> then.type().equals(now.meaning().type()))
                    .map(then -> new Pair(now, then, MaskMatch.of(now.mask(), then.mask())))
                    .filter(pair -> pair.match().same())
                    .forEach(pairs::add);
        }
        pairs.sort(Comparator.comparingDouble(pair -> -pair.match().dice()));
        return pairs;
    }
}
