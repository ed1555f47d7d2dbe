package org.tandem.dicom.check;

import java.util.Arrays;
import java.util.List;

/** How many values an element may have, as the registry writes it: "1", "1-3", "2-n", "3-3n", "1 or 3" (PS3.5 6.4). */
record Multiplicity(List<Range> ranges) {

    /** From the least to the most, in steps. */
    private record Range(long least, long most, long step) {
        boolean holds(long count) {
            return count >= least && count <= most && (count - least) % step == 0;
        }
    }

    static Multiplicity of(String words) {
        return new Multiplicity(
                Arrays.stream(words.split(" or ", -1)).map(Multiplicity::range).toList());
    }

    boolean allows(long count) {
        return ranges.stream().anyMatch(range -> range.holds(count));
    }

    private static Range range(String words) {
        String[] ends = words.split("-", -1);
        long least = Long.parseLong(ends[0]);
        if (ends.length == 1) {
            return new Range(least, least, 1);
        }
        if (!ends[1].endsWith("n")) {
            return new Range(least, Long.parseLong(ends[1]), 1);
        }
        String step = ends[1].substring(0, ends[1].length() - 1);
        return new Range(least, Long.MAX_VALUE, step.isEmpty() ? 1 : Long.parseLong(step));
    }
}
