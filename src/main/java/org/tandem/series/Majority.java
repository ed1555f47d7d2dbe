package org.tandem.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What most planes of a series agree on, so that the odd one is named (the localizer among axial slices) and not
 * whatever happened to come second.
 *
 * @param usual a plane of the largest group of planes that are alike; of several such groups, of the one that came
 *     first
 * @param odd the first plane that is not like it, if there is any
 */
record Majority(Slice usual, Optional<Slice> odd) {

    static Majority of(List<Slice> slices, BiPredicate<Slice, Slice> alike) {
        List<Slice> representatives = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (Slice slice : slices) {
            int group = 0;
            while (group < representatives.size() && !alike.test(representatives.get(group), slice)) {
                group++;
            }
            if (group == representatives.size()) {
                representatives.add(slice);
                counts.add(0);
            }
            counts.set(group, counts.get(group) + 1);
        }
        int largest = 0;
        for (int group = 1; group < counts.size(); group++) {
            largest = counts.get(group) > counts.get(largest) ? group : largest;
        }
        Slice usual = representatives.get(largest);
        return new Majority(
                usual,
                slices.stream().filter(slice -> !alike.test(usual, slice)).findFirst());
    }
}
