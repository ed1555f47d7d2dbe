/**
 * JPEG-LS (ITU-T T.87, ISO 14495-1), lossless and near-lossless.
 *
 * <p>In comes one frame's codestream, out go its samples. Read {@link org.tandem.codec.jpegls.JpegLsDecoder} first,
 * then {@link org.tandem.codec.jpegls.SampleCoding} with the standard's Annex A beside it.
 */
@NullMarked
package org.tandem.codec.jpegls;

import org.jspecify.annotations.NullMarked;
