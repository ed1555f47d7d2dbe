package org.tandem.dicom;

import java.util.Set;

/**
 * What a dump shows.
 *
 * @param wholeValues long values whole, instead of their beginning
 * @param tags only these elements, wherever they stand; all where there are none
 */
public record DumpOptions(boolean wholeValues, Set<Integer> tags) {

    /** All elements, long values cut. */
    public static final DumpOptions USUAL = new DumpOptions(false, Set.of());

    public DumpOptions {
        tags = Set.copyOf(tags);
    }

    boolean shows(int tag) {
        return tags.isEmpty() || tags.contains(tag);
    }
}
