package org.tandem.codec.jpegls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;
import org.tandem.dicom.TandemException;

/** The example of T.87 H.3, and what becomes of it when it is broken. */
final class JpegLsDecoderTest {

    private static final FrameShape FOUR_BY_FOUR = new FrameShape(4, 4, 1);

    private static final String HEADER = "FFD8 FFF7 000B 08 0004 0004 01 01 11 00";
    private static final String SCAN = "FFDA 0008 01 01 00 00 00 00";
    private static final String DATA = "C000006C80208E01C0000057400000 6EE6000001BC18000005D8000091 60";

    private static byte[] stream(String... parts) {
        return HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
    }

    private static DecodedFrame decode(String... parts) {
        return JpegLsDecoder.decode(stream(parts), FOUR_BY_FOUR);
    }

    @Test
    void theExampleOfTheStandard() {
        DecodedFrame frame = decode(HEADER, SCAN, DATA, "FFD9");

        assertThat(frame.bits()).isEqualTo(8);
        assertThat(frame.samples())
                .containsExactly(0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145);
    }

    @Test
    void theEndOfImageMayBeMissingButNoSample() {
        int[] whole = decode(HEADER, SCAN, DATA, "FFD9").samples();

        assertThat(decode(HEADER, SCAN, DATA).samples()).isEqualTo(whole);
        assertThat(decode(HEADER, SCAN, DATA, "FF").samples()).isEqualTo(whole);
        byte[] all = stream(HEADER, SCAN, DATA);
        for (int length = 0; length < all.length; length++) {
            byte[] cut = Arrays.copyOf(all, length);
            assertThatThrownBy(() -> JpegLsDecoder.decode(cut, FOUR_BY_FOUR))
                    .as("cut at " + length)
                    .isInstanceOfSatisfying(
                            TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE));
        }
    }

    @Test
    void parametersAndFillBytesStandBeforeTheScan() {
        String defaults = "FFFE 0003 41 FFFFFFF8 000D 01 00FF 0003 0007 0015 0040";

        assertThat(decode(HEADER, defaults, SCAN, DATA, "FFD9").samples()).startsWith(0, 0, 90);
        assertRefused("coding parameters", HEADER, "FFF8 000D 01 00FF 0003 0002 0015 0040", SCAN, DATA);
        assertRefused("coding parameters", HEADER, "FFF8 000D 01 01FF 0000 0000 0000 0000", SCAN, DATA);
    }

    @Test
    void theNumberOfLinesMayFollowTheScan() {
        String untold = "FFD8 FFF7 000B 08 0000 0004 01 01 11 00";

        assertThat(decode(untold, SCAN, DATA, "FFDC 0004 0004 FFD9").samples()).startsWith(0, 0, 90);
        assertRefused("no number of lines", untold, SCAN, DATA, "FFD9");
        assertRefused("got 5, expected 4", untold, SCAN, DATA, "FFDC 0004 0005 FFD9");
    }

    /** A line of four zeros is a run to its end: 1111. Each interval begins anew, so that all lines look alike. */
    @Test
    void intervalsOfLinesEndWithMarkers() {
        String everyLine = "FFDD 0004 0001";
        String lines = "F0 FFD0 F0 FFD1 F0 FFD2 F0";

        assertThat(decode(HEADER, everyLine, SCAN, lines, "FFD9").samples()).containsOnly(0);
        assertThat(decode(HEADER, "FFDD 0005 000001", SCAN, lines, "FFD9").samples())
                .containsOnly(0);
        assertRefused("restart interval 1", HEADER, everyLine, SCAN, "F0 FFD0 F0 FFD2 F0 FFD3 F0 FFD9");
        assertRefused("their end", HEADER, everyLine, SCAN, "F0 FFD0 FFD1 F0 FFD2 F0 FFD9");
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertRefused("mapping table 2", HEADER, "FFDA 0008 01 01 02 00 00 00", DATA);
        assertRefused("point transform 1", HEADER, "FFDA 0008 01 01 00 00 00 01", DATA);
        assertRefused("SOF55", "FFD8 FFC3 000B 08 0004 0004 01 01 11 00");
        assertRefused("component 9", HEADER, "FFDA 0008 01 09 00 00 00 00", DATA);
        assertRefused("4 rows, 5 columns", "FFD8 FFF7 000B 08 0004 0005 01 01 11 00");
        assertRefused("marker SOI", "0000 FFD8");
        assertRefused("no frame header", "FFD8", SCAN);
    }

    private static void assertRefused(String message, String... parts) {
        assertThatThrownBy(() -> decode(parts))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining(message);
    }
}
