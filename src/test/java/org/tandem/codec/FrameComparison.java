package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;

/** Frames as they are decoded here, beside the same as somebody else decoded them. */
final class FrameComparison {

    private FrameComparison() {}

    /** The greatest difference of stored values between two files. */
    static int worst(DicomFile file, Path other) {
        FrameReader ours = FrameReader.of(file);
        FrameReader theirs = FrameReader.of(DicomFileReader.read(other));
        assertThat(ours.format().frames()).isEqualTo(theirs.format().frames());
        int worst = 0;
        for (int frame = 0; frame < ours.format().frames(); frame++) {
            int[] one = ours.read(frame);
            int[] two = theirs.read(frame);
            assertThat(one).hasSameSizeAs(two);
            for (int i = 0; i < one.length; i++) {
                worst = Math.max(worst, Math.abs(one[i] - within(ours.format().bits(), two[i])));
            }
        }
        return worst;
    }

    /** GDCM lets lossy values go beyond what the image stores, and says so in what it writes. */
    private static int within(PixelFormat.Bits bits, int value) {
        if (bits.stored() == Integer.SIZE) {
            return value;
        }
        int least = bits.signed() ? -1 << (bits.stored() - 1) : 0;
        return Math.max(least, Math.min(least + (1 << bits.stored()) - 1, value));
    }
}
