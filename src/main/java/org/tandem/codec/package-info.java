/**
 * Pixel data to numbers and pictures.
 *
 * <p>In comes a file, out go the stored values of its frames, whatever the transfer syntax and the bits, or what a
 * display would show of them. Read {@link org.tandem.codec.FrameReader} first; which transfer syntax is decoded by what
 * stands in {@link org.tandem.codec.Decoders}.
 */
@NullMarked
package org.tandem.codec;

import org.jspecify.annotations.NullMarked;
