package org.tandem.evaluate.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.volume.Vector3;

/** The voxels of a nodule as one reader saw it. */
record LidcRegion(int reader, Set<Voxel> voxels) {

    LidcRegion {
        voxels = Set.copyOf(voxels);
    }

    record Voxel(int x, int y, int z) {}

    /**
     * What lies within the outlines; they are not of the nodule, but where nothing lies within them or they are a
     * point.
     *
     * @param slices the number of each slice of the volume by its SOP Instance UID
     */
    static LidcRegion of(LidcReading.Nodule nodule, Map<String, Integer> slices) {
        Set<Voxel> voxels = new HashSet<>();
        for (LidcReading.Outline outline : nodule.outlines()) {
            Integer z = slices.get(outline.instance());
            if (z != null && outline.included()) {
                within(outline.points()).forEach(point -> voxels.add(new Voxel(point.x(), point.y(), z)));
            }
        }
        return new LidcRegion(nodule.reader(), voxels);
    }

    boolean overlaps(LidcRegion other) {
        return voxels.stream().anyMatch(other.voxels()::contains);
    }

    /** Lower corner of the box around it, in voxel indices. */
    Vector3 from() {
        return new Vector3(
                voxels.stream().mapToInt(Voxel::x).min().orElse(0) - 0.5,
                voxels.stream().mapToInt(Voxel::y).min().orElse(0) - 0.5,
                voxels.stream().mapToInt(Voxel::z).min().orElse(0) - 0.5);
    }

    Vector3 to() {
        return new Vector3(
                voxels.stream().mapToInt(Voxel::x).max().orElse(0) + 0.5,
                voxels.stream().mapToInt(Voxel::y).max().orElse(0) + 0.5,
                voxels.stream().mapToInt(Voxel::z).max().orElse(0) + 0.5);
    }

    /** The pixels that cannot be reached from outside without crossing the outline. */
    private static Set<LidcReading.Point> within(List<LidcReading.Point> outline) {
        Set<LidcReading.Point> border = Set.copyOf(outline);
        IntSummaryStatistics columns =
                outline.stream().mapToInt(LidcReading.Point::x).summaryStatistics();
        IntSummaryStatistics rows =
                outline.stream().mapToInt(LidcReading.Point::y).summaryStatistics();
        Set<LidcReading.Point> inside = new HashSet<>();
        for (int y = rows.getMin() - 1; y <= rows.getMax() + 1; y++) {
            for (int x = columns.getMin() - 1; x <= columns.getMax() + 1; x++) {
                inside.add(new LidcReading.Point(x, y));
            }
        }
        inside.removeAll(border);
        Deque<LidcReading.Point> outside =
                new ArrayDeque<>(List.of(new LidcReading.Point(columns.getMin() - 1, rows.getMin() - 1)));
        while (!outside.isEmpty()) {
            LidcReading.Point at = outside.remove();
            if (inside.remove(at)) {
                outside.add(new LidcReading.Point(at.x() - 1, at.y()));
                outside.add(new LidcReading.Point(at.x() + 1, at.y()));
                outside.add(new LidcReading.Point(at.x(), at.y() - 1));
                outside.add(new LidcReading.Point(at.x(), at.y() + 1));
            }
        }
        return inside.isEmpty() ? border : inside;
    }
}
