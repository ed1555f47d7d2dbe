package org.tandem.codec.jpeg;

/** placeholder. */
final class DctImage implements CodedImage {
    DctImage(FrameHeader frame) {}

    @Override
    public int decode(ScanHeader scan, Tables tables, BitReader in) {
        throw in.refused("frame", "a transform of cosines", "lossless");
    }

    @Override
    public int[] samples() {
        return new int[0];
    }
}
