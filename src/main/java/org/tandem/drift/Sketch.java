package org.tandem.drift;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How numbers are distributed, to a hundredth of each number: counts of bins that grow with the number (DDSketch,
 * doi:10.14778/3352063.3352135). Sketches of parts add up to the sketch of the whole. Immutable.
 *
 * @param counts by bin; bins are in the order of their numbers, 0 is that of zero
 */
public record Sketch(SortedMap<Integer, Long> counts) {

    static final Sketch EMPTY = new Sketch(Collections.emptySortedMap());

    /** How far a number may be from the middle of its bin, relative to it. */
    private static final double ACCURACY = 0.01;

    /** Quotient of the borders of a bin. */
    private static final double GAMMA = (1 + ACCURACY) / (1 - ACCURACY);

    /** What is nearer to 0 is 0: below what anything here is told to. */
    private static final double SMALLEST = 1e-9;

    /** Bin of 1; that of {@link #SMALLEST} is above 0: ln 1e-9 / ln γ = −1036. */
    private static final int BIN_OF_ONE = 2000;

    /** Beyond, all is one bin: ln 1e15 / ln γ = 1727. */
    private static final double LARGEST = 1e15;

    /** No bin is beyond: 2000 + 1727, and what rounding may add. */
    private static final int LAST_BIN = 3730;

    public Sketch {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    static Sketch of(double value) {
        return new Sketch(new TreeMap<>(Map.of(bin(value), 1L)));
    }

    static Sketch sum(Collection<Sketch> parts) {
        long[] all = new long[2 * LAST_BIN + 1];
        for (Sketch part : parts) {
            for (Map.Entry<Integer, Long> entry : part.counts.entrySet()) {
                all[LAST_BIN + entry.getKey()] += entry.getValue();
            }
        }
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < all.length; i++) {
            if (all[i] > 0) {
                counts.put(i - LAST_BIN, all[i]);
            }
        }
        return new Sketch(counts);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The number that this share of all does not exceed, to a hundredth; 0 of none. */
    public double quantile(double share) {
        long rank = (long) Math.max(1, Math.ceil(share * count()));
        long before = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            before += entry.getValue();
            if (before >= rank) {
                return middle(entry.getKey());
            }
        }
        return 0;
    }

    /** As in {@code 1980:3 2000:1}, bin and count. */
    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What {@link #toString} says. */
    public static Sketch parse(String text) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        int from = 0;
        while (from < text.length()) {
            int colon = text.indexOf(':', from);
            int space = text.indexOf(' ', colon);
            int to = space < 0 ? text.length() : space;
            counts.put(Integer.parseInt(text, from, colon, 10), Long.parseLong(text, colon + 1, to, 10));
            from = to + 1;
        }
        return new Sketch(counts);
    }

    private static int bin(double value) {
        double size = Math.min(Math.abs(value), LARGEST);
        if (!(size >= SMALLEST)) {
            return 0;
        }
        int bin = BIN_OF_ONE + (int) Math.ceil(Math.log(size) / Math.log(GAMMA));
        return value > 0 ? bin : -bin;
    }

    private static double middle(int bin) {
        double size = bin == 0 ? 0 : 2 * Math.pow(GAMMA, Math.abs(bin) - (double) BIN_OF_ONE) / (GAMMA + 1);
        return bin < 0 ? -size : size;
    }
}
