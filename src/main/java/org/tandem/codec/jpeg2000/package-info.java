/**
 * JPEG 2000 Part 1 (ISO/IEC 15444-1) and High-Throughput JPEG 2000 (ISO/IEC 15444-15), decoded in plain Java.
 *
 * <p>In goes the codestream of a frame, out come its samples. Read {@link org.tandem.codec.jpeg2000.Jpeg2000Decoder}
 * first; then the path of the bytes: {@link org.tandem.codec.jpeg2000.CodestreamReader} finds the tiles,
 * {@link org.tandem.codec.jpeg2000.PacketReader} gives the code-blocks of a tile their bytes, a
 * {@link org.tandem.codec.jpeg2000.CoefficientDecoder} makes coefficients of them, a wavelet makes these samples.
 */
@NullMarked
package org.tandem.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
