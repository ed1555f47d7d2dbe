package org.tandem.result.read;

import java.util.Optional;

/** Where the frames that a result was derived from lie; asked where the result itself does not say its positions. */
@FunctionalInterface
public interface SourcePlanes {

    /** No source is at hand. */
    SourcePlanes NONE = frame -> Optional.empty();

    /** The plane of a frame of a source, if it is known. */
    Optional<FramePlane> plane(ReferencedFrame frame);
}
