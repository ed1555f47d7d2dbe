package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.VR;

final class RleDecoderPropertyTest {

    private static final PixelFormat GREY = PixelFormat.of(
            SmallImage.grey(8).putIntegers(Tag.COLUMNS, VR.US, 100).build());

    @Property(tries = 300)
    void anyPixelsComeBack(@ForAll @Size(200) byte[] pixels, @ForAll @IntRange(min = 1, max = 255) int values) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (Byte.toUnsignedInt(pixels[i]) % values); // few values make long runs
        }

        assertThat(new RleDecoder().decode(SmallImage.rle(packBits(pixels)), GREY))
                .isEqualTo(pixels);
    }

    @Property(tries = 300)
    void anyBytesAreDecodedOrRefused(@ForAll @Size(max = 300) byte[] segment, @ForAll @IntRange(max = 400) int cutAt) {
        byte[] frame = SmallImage.rle(segment);
        Throwable thrown = catchThrowable(
                () -> new RleDecoder().decode(Arrays.copyOf(frame, Math.min(cutAt, frame.length)), GREY));

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(TandemException.class);
        }
    }

    /** An encoder of runs of two and more (at most 128), and of single bytes as they are. */
    private static byte[] packBits(byte[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = 0;
        while (from < pixels.length) {
            int to = from + 1;
            while (to < pixels.length && pixels[to] == pixels[from] && to - from < 128) {
                to++;
            }
            out.write(1 - (to - from));
            out.write(pixels[from]);
            from = to;
        }
        return out.toByteArray();
    }
}
