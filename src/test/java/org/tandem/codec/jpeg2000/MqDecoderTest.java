package org.tandem.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class MqDecoderTest {

    /** The test sequence of ITU-T T.88 H.2, whose arithmetic coder is the same: one context, from state 0. */
    @Test
    void decodesTheTestSequence() {
        byte[] coded = HexFormat.of().parseHex("84C73BFCE1A1430402200000410DBB86F4317FFF88FF37471ADB6ADFFFACFFFF");
        byte[] expected = HexFormat.of().parseHex("00020051000000C00352872AAAAAAAAA82C02000FCD79EF6BF7FED904F46A3BF");
        MqDecoder decoder = new MqDecoder(1);
        decoder.reset(0, 0);
        decoder.start(coded, 0);
        byte[] decoded = new byte[expected.length];
        for (int bit = 0; bit < 8 * decoded.length; bit++) {
            decoded[bit / 8] = (byte) (decoded[bit / 8] << 1 | decoder.decode(0));
        }

        assertThat(decoded).isEqualTo(expected);
    }

    @Test
    void readsOnPastTheEndWithoutFailing() {
        byte[] nothing = {(byte) 0xFF, (byte) 0xFF};
        MqDecoder decoder = new MqDecoder(1);
        decoder.reset(0, 46);
        decoder.start(nothing, 0);
        int[] symbols = new int[1000];
        Arrays.setAll(symbols, i -> decoder.decode(0));

        assertThat(symbols).containsOnly(0, 1).hasSize(1000);
    }
}
