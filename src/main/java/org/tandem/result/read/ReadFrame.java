package org.tandem.result.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a result says of one of its frames.
 *
 * @param index from 0, as the frames stand in the object
 * @param segment the one segment that the frame is of; none where its values tell, or where there are no segments
 * @param plane where it lies; none where neither it nor its source says so
 * @param sources what it was derived from
 */
public record ReadFrame(int index, OptionalInt segment, Optional<FramePlane> plane, List<ReferencedFrame> sources) {

    public ReadFrame {
        sources = List.copyOf(sources);
    }
}
