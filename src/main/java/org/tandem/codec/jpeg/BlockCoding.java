package org.tandem.codec.jpeg;

/** How the blocks of a scan are coded. */
interface BlockCoding {

    /**
     * Reads what the scan tells of a block.
     *
     * @param part place of its component in the scan
     */
    void read(int part, int blockRow, int blockColumn);

    /** Begins an interval: nothing from before it is remembered. */
    void restart();
}
