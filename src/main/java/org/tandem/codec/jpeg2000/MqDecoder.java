package org.tandem.codec.jpeg2000;

/**
 * The adaptive binary arithmetic decoder (15444-1 Annex C). A segment has to be followed by two bytes of FF, which it
 * reads as often as it likes. Not thread-safe.
 */
final class MqDecoder {

    /** Probability of the less probable symbol, Qe of Table C.2; with it the next states. */
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
    };

    /** Bits 0 to 14: Qe; 15: the more probable symbol; 16 to 23: word after it; 24 to 31: after the other symbol. */
    private static final int[] WORDS = words();

    private static final int QE = 0x7FFF;

    private final int[] contexts;
    private byte[] bytes = {};
    private int position;
    private int a;
    private int c;
    private int left;

    MqDecoder(int contexts) {
        this.contexts = new int[contexts];
    }

    private static int[] words() {
        int[] words = new int[2 * STATES.length];
        for (int i = 0; i < words.length; i++) {
            int[] state = STATES[i / 2];
            int symbol = i % 2;
            int less = 2 * state[2] + (symbol ^ state[3]);
            words[i] = state[0] | symbol << 15 | 2 * state[1] + symbol << 16 | less << 24;
        }
        return words;
    }

    /** Puts a context into a state of Table C.2, with 0 as its more probable symbol. */
    void reset(int context, int state) {
        contexts[context] = WORDS[2 * state];
    }

    /** Begins a segment (INITDEC). Does not copy. */
    void start(byte[] segments, int offset) {
        bytes = segments;
        position = offset;
        c = (bytes[position] & 0xFF) << 16;
        byteIn();
        c <<= 7;
        left -= 7;
        a = 0x8000;
    }

    /** The next symbol (DECODE). */
    int decode(int context) {
        int word = contexts[context];
        int qe = word & QE;
        a -= qe;
        if (c >>> 16 < qe) {
            return lessProbable(context, word, qe);
        }
        c -= qe << 16;
        return (a & 0x8000) != 0 ? word >>> 15 & 1 : moreProbable(context, word, qe);
    }

    private int moreProbable(int context, int word, int qe) {
        int symbol = word >>> 15 & 1;
        if (a < qe) {
            symbol ^= 1;
            contexts[context] = WORDS[word >>> 24];
        } else {
            contexts[context] = WORDS[word >>> 16 & 0xFF];
        }
        renormalize();
        return symbol;
    }

    private int lessProbable(int context, int word, int qe) {
        int symbol = word >>> 15 & 1;
        if (a < qe) {
            contexts[context] = WORDS[word >>> 16 & 0xFF];
        } else {
            symbol ^= 1;
            contexts[context] = WORDS[word >>> 24];
        }
        a = qe;
        renormalize();
        return symbol;
    }

    private void renormalize() {
        int shift = Integer.numberOfLeadingZeros(a) - 16;
        a <<= shift;
        while (shift > left) {
            c <<= left;
            shift -= left;
            byteIn();
        }
        c <<= shift;
        left -= shift;
    }

    private void byteIn() {
        if (bytes[position] == (byte) 0xFF) {
            int next = bytes[position + 1] & 0xFF;
            if (next > 0x8F) {
                c += 0xFF00;
                left = 8;
            } else {
                position++;
                c += next << 9;
                left = 7;
            }
        } else {
            position++;
            c += (bytes[position] & 0xFF) << 8;
            left = 8;
        }
    }
}
