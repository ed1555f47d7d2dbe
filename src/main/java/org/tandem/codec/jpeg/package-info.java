/**
 * JPEG (ITU-T T.81, ISO 10918-1): baseline, extended, progressive and lossless, all of Huffman's coding.
 *
 * <p>In comes one frame's codestream, out go its samples. Read {@link org.tandem.codec.jpeg.JpegDecoder} first.
 */
@NullMarked
package org.tandem.codec.jpeg;

import org.jspecify.annotations.NullMarked;
