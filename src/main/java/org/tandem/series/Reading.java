package org.tandem.series;

import java.util.List;

/** What came of reading a series: a volume, or pictures, or the reasons why there is neither. */
public sealed interface Reading {

    /** What can be looked at by itself: the volume, or each picture; nothing if refused. */
    List<SeriesVolume> parts();

    record Read(SeriesVolume series) implements Reading {
        @Override
        public List<SeriesVolume> parts() {
            return List.of(series);
        }
    }

    /** Each picture by itself, in the order of Instance Number: they may differ in size and in what they show. */
    record Pictures(List<SeriesVolume> pictures) implements Reading {
        public Pictures {
            pictures = List.copyOf(pictures);
        }

        @Override
        public List<SeriesVolume> parts() {
            return pictures;
        }
    }

    record Refused(List<Refusal> refusals) implements Reading {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        @Override
        public List<SeriesVolume> parts() {
            return List.of();
        }
    }
}
