package org.tandem.codec.jpeg;

import java.io.ByteArrayOutputStream;

/** A codestream written out by hand, marker by marker. */
final class TestStream {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Begins with SOI. */
    static TestStream begin() {
        return new TestStream().bytes(0xFF, 0xD8);
    }

    /** Bytes as they are. */
    TestStream bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    /** A marker and its parameters, with their length before them. */
    TestStream segment(int marker, int... parameters) {
        int length = parameters.length + 2;
        return bytes(marker >> 8, marker, length >> 8, length).bytes(parameters);
    }

    /** A Huffman table: numbers of codes of 1, 2, … bits, those of more are 0; then the symbols. */
    TestStream huffman(int place, int[] counts, int... symbols) {
        int[] parameters = new int[17 + symbols.length];
        parameters[0] = place;
        System.arraycopy(counts, 0, parameters, 1, counts.length);
        System.arraycopy(symbols, 0, parameters, 17, symbols.length);
        return segment(Marker.DHT, parameters);
    }

    /** Bits as text of 0 and 1, spaces ignored; filled with ones to the byte, a zero byte after each 0xFF. */
    TestStream bits(String text) {
        String bits = text.replace(" ", "");
        bits += "1".repeat((8 - bits.length() % 8) % 8);
        for (int i = 0; i < bits.length(); i += 8) {
            int value = Integer.parseInt(bits.substring(i, i + 8), 2);
            out.write(value);
            if (value == 0xFF) {
                out.write(0);
            }
        }
        return this;
    }

    byte[] build() {
        return out.toByteArray();
    }

    /** With EOI. */
    byte[] end() {
        return bytes(0xFF, 0xD9).build();
    }
}
