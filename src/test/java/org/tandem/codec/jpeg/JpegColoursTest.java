package org.tandem.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JpegColoursTest {

    private static TestStream jfif() {
        return TestStream.begin().segment(Marker.APP0, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0);
    }

    private static TestStream adobe(TestStream stream, int transform) {
        return stream.segment(Marker.APP14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform);
    }

    private static TestStream frame(TestStream stream, int... ids) {
        return stream.segment(Marker.SOF0, 8, 0, 8, 0, 8, 3, ids[0], 0x11, 0, ids[1], 0x11, 0, ids[2], 0x11, 0);
    }

    @Test
    void marksOfTheEncodersAndNamesOfComponents() {
        assertThat(JpegDecoder.colours(frame(jfif(), 1, 2, 3).end())).isEqualTo(JpegColours.YCBCR);
        assertThat(JpegDecoder.colours(adobe(TestStream.begin(), 0).end())).isEqualTo(JpegColours.RGB);
        assertThat(JpegDecoder.colours(adobe(TestStream.begin(), 1).end())).isEqualTo(JpegColours.YCBCR);
        assertThat(JpegDecoder.colours(frame(TestStream.begin(), 'R', 'G', 'B').end()))
                .isEqualTo(JpegColours.RGB);
        assertThat(JpegDecoder.colours(frame(TestStream.begin(), 1, 2, 3).end()))
                .isEqualTo(JpegColours.UNSAID);
    }

    @Test
    void adobesMarkIsBelievedMost() {
        assertThat(JpegDecoder.colours(adobe(jfif(), 0).end())).isEqualTo(JpegColours.RGB);
        assertThat(JpegDecoder.colours(
                        adobe(frame(TestStream.begin(), 'R', 'G', 'B'), 1).end()))
                .isEqualTo(JpegColours.YCBCR);
    }

    @Test
    void aStreamThatIsCutSaysNothing() {
        assertThat(JpegDecoder.colours(TestStream.begin().build())).isEqualTo(JpegColours.UNSAID);
    }
}
