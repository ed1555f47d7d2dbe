package org.tandem.dicom;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what was odd while one input was parsed, and words the refusal of what cannot be understood. */
final class ParseReport {

    /** One broken habit of a device repeats itself in every item: more than this tells nobody anything. */
    private static final int MAX_WARNINGS = 100;

    private final String source;
    private final ReadOptions options;
    private final List<ReadWarning> warnings = new ArrayList<>();
    private final @Nullable IdentityHashMap<Element, Long> offsets;

    /** A report on this source, as messages shall name it: a file, or "data set". */
    ParseReport(String source, ReadOptions options) {
        this(source, options, null);
    }

    /** The same, and puts where each element stands into this map, if there is one. */
    ParseReport(String source, ReadOptions options, @Nullable IdentityHashMap<Element, Long> offsets) {
        this.source = source;
        this.options = options;
        this.offsets = offsets;
    }

    ReadOptions options() {
        return options;
    }

    void located(Element element, long offset) {
        if (offsets != null) {
            offsets.put(element, offset);
        }
    }

    void warn(int tag, long offset, String message) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(new ReadWarning(tag, offset, message));
        }
    }

    /** The input ends too early: a refusal, or a warning where what is there shall be read. */
    void cutOff(int tag, long offset, String got, String expected) {
        if (!options.acceptTruncated()) {
            throw refuse(tag, offset, got, expected);
        }
        warn(tag, offset, "is cut off: got " + got + ", expected " + expected);
    }

    List<ReadWarning> warnings() {
        return List.copyOf(warnings);
    }

    TandemException refuse(int tag, long offset, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                "Cannot read " + source + ": " + Tag.format(tag) + " at byte " + offset + ": got " + got + ", expected "
                        + expected);
    }
}
