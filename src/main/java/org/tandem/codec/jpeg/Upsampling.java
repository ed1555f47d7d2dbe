package org.tandem.codec.jpeg;

/**
 * Brings components to the size of the frame. Where one has half the columns, or half the columns and half the rows, a
 * sample is taken as three quarters of the nearest and one of the next, with the rounding of the Independent JPEG
 * Group's decoder, release 6b, which DICOM's toolkits carry; elsewhere, half the rows alone among it, and where a row
 * has fewer than three samples, it is repeated as there. T.81 leaves this to the decoder. For one thread.
 */
final class Upsampling {

    private final FrameHeader frame;
    private final int step;
    private final int[] samples;

    Upsampling(FrameHeader frame) {
        this.frame = frame;
        this.step = frame.parts().size();
        this.samples = new int[frame.rows() * frame.columns() * step];
    }

    /** Those put in so far, components of a pixel side by side; not copied. */
    int[] samples() {
        return samples;
    }

    void put(Component component, int place) {
        int horizontal = frame.maxHorizontal() / component.horizontal();
        int vertical = frame.maxVertical() / component.vertical();
        boolean smooth = horizontal == 2 && vertical <= 2 && component.columns() > 2;
        int[] line = new int[component.columns()];
        for (int row = 0; row < frame.rows(); row++) {
            int to = row * frame.columns() * step + place;
            if (smooth && vertical == 2) {
                readBetween(component, row, line);
                interpolate(line, to, 16);
            } else {
                read(component, row / vertical, line);
                if (smooth) {
                    interpolate(line, to, 4);
                } else {
                    repeat(line, to, horizontal);
                }
            }
        }
    }

    private static void read(Component component, int row, int[] line) {
        short[] from = component.samples();
        int at = row * component.rowLength();
        for (int i = 0; i < line.length; i++) {
            line[i] = from[at + i];
        }
    }

    /** Four times the value between the nearest row and the next one above or below. */
    private static void readBetween(Component component, int row, int[] line) {
        int near = row / 2;
        int far = Math.min(Math.max(0, row % 2 == 0 ? near - 1 : near + 1), component.rows() - 1);
        short[] from = component.samples();
        int nearAt = near * component.rowLength();
        int farAt = far * component.rowLength();
        for (int i = 0; i < line.length; i++) {
            line[i] = 3 * from[nearAt + i] + from[farAt + i];
        }
    }

    /**
     * Two samples for each of the line.
     *
     * @param scale 4 for a line of samples; 16 for one of four times these. Rounding alternates so that no error adds
     *     up: half and just below it
     */
    private void interpolate(int[] line, int to, int scale) {
        int shift = Integer.numberOfTrailingZeros(scale);
        int even = scale == 4 ? 1 : 8;
        int odd = scale == 4 ? 2 : 7;
        int columns = frame.columns();
        int last = line.length - 1;
        int at = to;
        for (int near = 0; near <= last; near++) {
            int three = 3 * line[near];
            samples[at] = three + line[Math.max(0, near - 1)] + even >> shift;
            if (2 * near + 1 < columns) {
                samples[at + step] = three + line[Math.min(near + 1, last)] + odd >> shift;
            }
            at += 2 * step;
        }
    }

    private void repeat(int[] line, int to, int times) {
        int at = to;
        for (int column = 0; column < frame.columns(); column++) {
            samples[at] = line[column / times];
            at += step;
        }
    }
}
