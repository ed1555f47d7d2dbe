package org.tandem.evaluate.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.volume.Vector3;

/**
 * Which nodules are there, where four readers did not agree. Marks of different readers are of one nodule where their
 * regions overlap. It is true if it has at least 3 mm and so many readers marked it, with the mean of their boxes; what
 * fewer marked, and what is smaller, is doubtful: a mark there is neither right nor wrong, as in LUNA16
 * (doi:10.1016/j.media.2017.06.015).
 */
record LidcConsensus(int readers) {

    /** What models call it. */
    private static final Set<String> LABELS = Set.of("Nodule", "Lung nodule");

    Truth.Places of(LidcReading reading, Map<String, Integer> slices) {
        List<Truth.Place> places = new ArrayList<>();
        List<Truth.Place> doubtful = new ArrayList<>();
        List<LidcRegion> large = new ArrayList<>();
        for (LidcReading.Nodule nodule : reading.nodules()) {
            LidcRegion region = LidcRegion.of(nodule, slices);
            if (nodule.isSmall() && !region.voxels().isEmpty()) {
                doubtful.addAll(mean(List.of(region)));
            } else if (!region.voxels().isEmpty()) {
                large.add(region);
            }
        }
        for (List<LidcRegion> one : together(large)) {
            long marked = one.stream().map(LidcRegion::reader).distinct().count();
            (marked >= readers ? places : doubtful).addAll(mean(one));
        }
        return new Truth.Places(places, doubtful, LABELS, Truth.Hit.BY_MIDDLE);
    }

    /** Regions that overlap, directly or through others. */
    private static List<List<LidcRegion>> together(List<LidcRegion> regions) {
        List<List<LidcRegion>> groups = new ArrayList<>();
        for (LidcRegion region : regions) {
            List<LidcRegion> group = new ArrayList<>(List.of(region));
            Set<List<LidcRegion>> joined = new HashSet<>();
            for (List<LidcRegion> other : groups) {
                if (other.stream().anyMatch(region::overlaps)) {
                    group.addAll(other);
                    joined.add(other);
                }
            }
            groups.removeAll(joined);
            groups.add(group);
        }
        return groups;
    }

    private static List<Truth.Place> mean(List<LidcRegion> regions) {
        Vector3 from = new Vector3(0, 0, 0);
        Vector3 to = new Vector3(0, 0, 0);
        for (LidcRegion region : regions) {
            from = from.plus(region.from());
            to = to.plus(region.to());
        }
        Vector3 low = from.times(1.0 / regions.size());
        Vector3 high = to.times(1.0 / regions.size());
        return LABELS.stream().map(label -> new Truth.Place(label, low, high)).toList();
    }
}
