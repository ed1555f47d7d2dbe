package org.tandem.series;

import java.util.OptionalInt;

/**
 * Says how many instances a series will have, where that is known: from a tag, a C-FIND, an MPPS. Must answer at once.
 */
@FunctionalInterface
public interface ExpectedCount {

    ExpectedCount UNKNOWN = series -> OptionalInt.empty();

    OptionalInt of(SeriesRecord series);
}
