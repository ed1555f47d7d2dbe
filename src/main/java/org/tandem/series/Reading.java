package org.tandem.series;

import java.util.List;

/** What came of reading a series: a volume, or pictures, or the reasons why there is neither. */
public sealed interface Reading {

    record Read(SeriesVolume series) implements Reading {}

    /** Each picture by itself, in the order of Instance Number: they may differ in size and in what they show. */
    record Pictures(List<SeriesVolume> pictures) implements Reading {
        public Pictures {
            pictures = List.copyOf(pictures);
        }
    }

    record Refused(List<Refusal> refusals) implements Reading {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
