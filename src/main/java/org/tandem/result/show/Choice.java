package org.tandem.result.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of many slices to show: those in which something is largest, and some in between. */
final class Choice {

    /** Three rows of three. */
    static final int MAX_PANELS = 9;

    private Choice() {}

    /**
     * Indices, ascending; none where there is nothing.
     *
     * @param sizes how large each thing is in each slice
     */
    static List<Integer> of(List<? extends Map<Integer, ? extends Number>> sizes) {
        List<Integer> filled = new ArrayList<>();
        Map<Integer, Integer> largest = new TreeMap<>();
        for (int slice = 0; slice < sizes.size(); slice++) {
            if (!sizes.get(slice).isEmpty()) {
                filled.add(slice);
            }
            for (Integer thing : sizes.get(slice).keySet()) {
                Integer before = largest.get(thing);
                if (before == null || size(sizes, slice, thing) > size(sizes, before, thing)) {
                    largest.put(thing, slice);
                }
            }
        }
        return filled.size() <= MAX_PANELS ? filled : chosen(filled, largest);
    }

    private static double size(List<? extends Map<Integer, ? extends Number>> sizes, int slice, Integer thing) {
        Number size = sizes.get(slice).get(thing);
        return size == null ? 0 : size.doubleValue();
    }

    private static List<Integer> chosen(List<Integer> filled, Map<Integer, Integer> largest) {
        TreeSet<Integer> chosen = new TreeSet<>();
        largest.values().stream().distinct().limit(MAX_PANELS).forEach(chosen::add);
        for (int i = 1; chosen.size() < MAX_PANELS && i <= MAX_PANELS; i++) {
            chosen.add(filled.get(i * (filled.size() - 1) / (MAX_PANELS + 1)));
        }
        return List.copyOf(chosen);
    }
}
