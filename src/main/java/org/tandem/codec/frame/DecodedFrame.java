package org.tandem.codec.frame;

/**
 * One frame, decoded.
 *
 * @param bits of a sample as the codestream says, 1 to 32; may differ from the image's Bits Stored
 * @param signed whether the codestream calls its samples signed
 * @param samples row by row, those of a pixel side by side; not copied. Components that were subsampled are brought to
 *     the size of the frame; no conversion of colours but that of the codestream itself (JPEG 2000's RCT and ICT)
 */
@SuppressWarnings("ArrayRecordComponent")
public record DecodedFrame(int bits, boolean signed, int[] samples) {}
