/**
 * What the decoders of compressed frames have in common.
 *
 * <p>In goes a {@link org.tandem.codec.frame.FrameShape}, what the image says of its frames; out comes a
 * {@link org.tandem.codec.frame.DecodedFrame}.
 */
@NullMarked
package org.tandem.codec.frame;

import org.jspecify.annotations.NullMarked;
