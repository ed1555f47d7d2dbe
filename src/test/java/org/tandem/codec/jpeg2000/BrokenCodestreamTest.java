package org.tandem.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.codec.frame.FrameShape;
import org.tandem.dicom.TandemException;

/** Whatever comes in: samples go out or a refusal, and no header claims memory or time. */
final class BrokenCodestreamTest {

    private static final int CHANGES = 60;
    private static final int WHERE_SIZ_STARTS = 6;

    static Stream<Fixture> fixtures() {
        return Fixture.all().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void anyChangedBytesAreDecodedOrRefused(Fixture fixture) {
        Random random = new Random(fixture.name().hashCode());
        for (int i = 0; i < CHANGES; i++) {
            byte[] code = fixture.codestream();
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                code[random.nextInt(code.length)] = (byte) random.nextInt();
            }
            decodeOrRefuse(code, fixture.shape());
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aFrameCutAnywhereIsDecodedOrRefused(Fixture fixture) {
        byte[] code = fixture.codestream();
        for (int length = 0; length < code.length; length += 1 + code.length / 100) {
            decodeOrRefuse(Arrays.copyOf(code, length), fixture.shape());
        }
    }

    @Test
    void anImageOfFourGigabytesIsRefusedBeforeRoomIsMade() {
        Fixture fixture = Fixture.named("size-1x1");
        byte[] code = fixture.codestream();
        ByteBuffer size = ByteBuffer.wrap(code);
        size.putInt(WHERE_SIZ_STARTS + 2, 65_536).putInt(WHERE_SIZ_STARTS + 6, 65_536);
        size.putInt(WHERE_SIZ_STARTS + 18, 65_536).putInt(WHERE_SIZ_STARTS + 22, 65_536);

        assertThatThrownBy(() -> Jpeg2000Decoder.decode(code, fixture.shape()))
                .hasMessageContaining("65536 rows, 65536 columns");
    }

    @Test
    void millionsOfTilesAreRefused() {
        Fixture fixture = Fixture.named("tiles");
        byte[] code = fixture.codestream();
        ByteBuffer.wrap(code).putInt(WHERE_SIZ_STARTS + 2, 1_000_000).putInt(WHERE_SIZ_STARTS + 6, 1_000_000);
        ByteBuffer.wrap(code).putInt(WHERE_SIZ_STARTS + 18, 8).putInt(WHERE_SIZ_STARTS + 22, 8);

        assertThatThrownBy(() -> Jpeg2000Decoder.decode(code, fixture.shape())).hasMessageContaining("at most 65535");
    }

    private static void decodeOrRefuse(byte[] code, FrameShape shape) {
        Throwable thrown = catchThrowable(() -> Jpeg2000Decoder.decode(code, shape));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(TandemException.class);
            assertThat(thrown.getCause())
                    .as("an unforeseen exception, only turned at the border")
                    .isNull();
        }
    }
}
