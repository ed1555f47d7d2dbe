package org.tandem.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;
import org.tandem.dicom.TandemException;

/** Codestreams of openjpeg and openjph against what their own decoders, or their sources, say. */
final class Jpeg2000DecoderTest {

    private static final Fixture TILES = Fixture.named("tiles");
    private static final Fixture GREY = Fixture.named("order-lrcp");

    static Stream<Fixture> lossless() {
        return Fixture.all().stream().filter(Fixture::isLossless);
    }

    static Stream<Fixture> lossy() {
        return Fixture.all().stream().filter(fixture -> !fixture.isLossless());
    }

    @ParameterizedTest
    @MethodSource("lossless")
    void aLosslessFrameComesBackBitByBit(Fixture fixture) {
        DecodedFrame frame = Jpeg2000Decoder.decode(fixture.codestream(), fixture.shape());

        assertThat(frame.bits()).isEqualTo(fixture.bits());
        assertThat(frame.signed()).isEqualTo(fixture.signed());
        assertThat(Fixture.digest(frame.samples())).isEqualTo(fixture.digest());
    }

    @ParameterizedTest
    @MethodSource("lossy")
    void aLossyFrameIsWithinOneOfItsJudges(Fixture fixture) {
        int[] samples =
                Jpeg2000Decoder.decode(fixture.codestream(), fixture.shape()).samples();
        int[] judged = fixture.judged();
        int greatest = 0;
        for (int i = 0; i < samples.length; i++) {
            greatest = Math.max(greatest, Math.abs(samples[i] - judged[i]));
        }

        assertThat(samples).hasSameSizeAs(judged);
        assertThat(greatest).isLessThanOrEqualTo(fixture.tolerance());
    }

    @Test
    void whatStandsBehindTheCodestreamIsIgnored() {
        byte[] code = GREY.codestream();

        assertDecodes(GREY, Arrays.copyOf(code, code.length + 3));
    }

    @Test
    void endOfCodestreamMayBeMissing() {
        byte[] code = GREY.codestream();

        assertDecodes(GREY, Arrays.copyOf(code, code.length - 2));
    }

    @Test
    void aTilePartMayReachToTheEnd() {
        byte[] code = GREY.codestream();
        ByteBuffer.wrap(code).putInt(tileParts(code).get(0) + 6, 0);

        assertDecodes(GREY, code);
    }

    @Test
    void theCodestreamOfAFileIsFound() {
        byte[] code = GREY.codestream();
        ByteBuffer file = ByteBuffer.allocate(12 + 20 + 8 + code.length);
        file.putInt(12).putInt(0x6A502020).putInt(0x0D0A870A);
        file.putInt(20).putInt(0x66747970).putInt(0x6A703220).putInt(0).putInt(0x6A703220);
        file.putInt(0).putInt(0x6A703263).put(code);

        assertDecodes(GREY, file.array());
    }

    @Test
    void aFrameThatEndsEarlyIsRefused() {
        byte[] one = GREY.codestream();
        byte[] many = TILES.codestream();

        assertRefused(Arrays.copyOf(one, one.length / 2), GREY.shape(), "0 of 1 tiles missing, 1 cut");
        assertRefused(Arrays.copyOf(many, tileParts(many).get(8) + 20), TILES.shape(), "tiles missing, 1 cut");
    }

    @Test
    void aFrameOfAnotherShapeIsRefused() {
        assertRefused(GREY.codestream(), new FrameShape(24, 33, 1), "24 rows, 33 columns, 1 samples");
    }

    @Test
    void aFrameThatIsSomethingElseIsRefused() {
        assertRefused(new byte[100], GREY.shape(), "a JP2 file");
        assertRefused(new byte[0], GREY.shape(), "a JP2 file");
    }

    @Test
    void aPacketThatReachesBeyondItsTilePartIsRefused() {
        byte[] code = GREY.codestream();
        ByteArrayOutputStream shorter = new ByteArrayOutputStream();
        shorter.write(code, 0, code.length - 100);
        byte[] broken = shorter.toByteArray();
        int tilePart = tileParts(code).get(0);
        ByteBuffer.wrap(broken).putInt(tilePart + 6, broken.length - tilePart);

        assertRefused(broken, GREY.shape(), "packet at byte");
    }

    private static void assertDecodes(Fixture fixture, byte[] frame) {
        assertThat(Fixture.digest(Jpeg2000Decoder.decode(frame, fixture.shape()).samples()))
                .isEqualTo(fixture.digest());
    }

    private static void assertRefused(byte[] frame, FrameShape shape, String expected) {
        assertThatThrownBy(() -> Jpeg2000Decoder.decode(frame, shape))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE))
                .hasMessageContaining(expected);
    }

    /** Where SOT markers stand. */
    private static List<Integer> tileParts(byte[] code) {
        ByteBuffer in = ByteBuffer.wrap(code);
        return Stream.iterate(0, at -> at + 1)
                .limit(code.length - 4L)
                .filter(at -> in.getInt(at) == 0xFF90000A)
                .toList();
    }
}
