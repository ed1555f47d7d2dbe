package org.tandem.codec.jpeg2000;

/**
 * A sub-band of a tile-component (15444-1 B.5).
 *
 * @param area on its own grid
 * @param orientation what is high-pass in it
 * @param planes magnitude bits of its coefficients, Mb of E-2, those of the region of interest included
 * @param regionShift planes by which coefficients of the region of interest are lifted
 * @param step a coefficient of 1 stands for; 1 if reversible
 */
record Band(Area area, Orientation orientation, int planes, int regionShift, float step) {

    /** Horizontal, then vertical filter: L low-pass, H high-pass. */
    enum Orientation {
        LL(0, 0),
        HL(1, 0),
        LH(0, 1),
        HH(1, 1);

        private final int highX;
        private final int highY;

        Orientation(int highX, int highY) {
            this.highX = highX;
            this.highY = highY;
        }

        int highX() {
            return highX;
        }

        int highY() {
            return highY;
        }

        /** Bits that a coefficient has more than a sample (Table E.1). */
        int gainBits() {
            return highX + highY;
        }
    }
}
