package org.tandem.dicom;

/**
 * How far reading goes along with what is broken.
 *
 * @param maxDepth how deep sequences may nest; deeper ones are refused
 * @param acceptTruncated whether an input that was cut off is read as far as it goes, with a warning, instead of being
 *     refused; for people who look at it, never for what is filed, or shown to a model as if it were whole
 */
public record ReadOptions(int maxDepth, boolean acceptTruncated) {

    /** Twenty times what real objects do, and no danger to the stack. */
    public static final int DEFAULT_MAX_DEPTH = 64;

    /** A depth that the smallest usual stack (512 KiB) still holds. */
    static final int HIGHEST_MAX_DEPTH = 500;

    /** Everything odd is tolerated, nothing may be missing. */
    public static final ReadOptions WHOLE = new ReadOptions(DEFAULT_MAX_DEPTH, false);

    /** As much as is there, though the rest be missing. */
    public static final ReadOptions AS_FAR_AS_IT_GOES = new ReadOptions(DEFAULT_MAX_DEPTH, true);

    public ReadOptions {
        if (maxDepth < 1 || maxDepth > HIGHEST_MAX_DEPTH) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Depth of sequences: got " + maxDepth + ", expected 1 to " + HIGHEST_MAX_DEPTH);
        }
    }

    /** The same with another limit of depth. */
    public ReadOptions withMaxDepth(int depth) {
        return new ReadOptions(depth, acceptTruncated);
    }
}
