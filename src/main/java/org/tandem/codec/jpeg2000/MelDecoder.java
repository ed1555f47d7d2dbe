package org.tandem.codec.jpeg2000;

/** The adaptive run-length decoder of rare events, MEL (15444-15 7.3.3). Not thread-safe. */
final class MelDecoder {

    /** Exponent of the run's length, by state (Table 2). */
    private static final int[] EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private byte[] bytes = {};
    private int position;
    private int end;
    private int current;
    private int left;
    private int state;
    private int run;
    private boolean eventFollows;

    /**
     * Begins the stream of events; its last byte is shared and counts as FF, so does the low half of the one before.
     */
    void start(byte[] segment, int offset, int segmentEnd) {
        bytes = segment;
        position = offset;
        end = segmentEnd;
        current = 0;
        left = 0;
        state = 0;
        run = 0;
        eventFollows = false;
    }

    /** Whether the event happens at the next occasion. */
    boolean event() {
        if (run == 0 && !eventFollows) {
            nextRun();
        }
        if (run > 0) {
            run--;
            return false;
        }
        eventFollows = false;
        return true;
    }

    private void nextRun() {
        int exponent = EXPONENTS[state];
        if (bit() == 1) {
            run = 1 << exponent;
            state = Math.min(state + 1, EXPONENTS.length - 1);
            return;
        }
        for (int i = 0; i < exponent; i++) {
            run = run << 1 | bit();
        }
        eventFollows = true;
        state = Math.max(state - 1, 0);
    }

    private int bit() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = nextByte();
        }
        left--;
        return current >> left & 1;
    }

    private int nextByte() {
        if (position >= end - 1) {
            return 0xFF;
        }
        int next = bytes[position] & 0xFF;
        position++;
        return position == end - 1 ? next | 0x0F : next;
    }
}
