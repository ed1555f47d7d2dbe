package org.tandem.codec.jpeg;

/** The image of a frame as its scans fill it. */
interface CodedImage {

    /**
     * Decodes a scan.
     *
     * @param in at its first compressed byte
     * @return where its data end
     */
    int decode(ScanHeader scan, Tables tables, BitReader in);

    /**
     * The samples after the last scan, those of a pixel side by side; refuses if some were in no scan.
     *
     * @param ended whether the codestream said that it ends
     */
    int[] samples(boolean ended);
}
