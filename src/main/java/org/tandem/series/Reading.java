package org.tandem.series;

import java.util.List;

/** What came of reading a series: a volume, or the reasons why there is none. */
public sealed interface Reading {

    record Read(SeriesVolume series) implements Reading {}

    record Refused(List<Refusal> refusals) implements Reading {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
