/**
 * Pixel data to numbers.
 *
 * <p>In comes a file, out go the stored values of its frames, whatever the transfer syntax and the bits. Read
 * {@link org.tandem.codec.FrameReader} first.
 */
@NullMarked
package org.tandem.codec;

import org.jspecify.annotations.NullMarked;
