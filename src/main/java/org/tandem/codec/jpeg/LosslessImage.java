package org.tandem.codec.jpeg;

/** An image of differences from what their neighbours predict (T.81 Annex H). For one thread. */
final class LosslessImage implements CodedImage {

    private final FrameHeader frame;
    private final int components;
    private final int rowLength;
    private final int[] samples;
    private final boolean[] decoded;

    LosslessImage(FrameHeader frame) {
        this.frame = frame;
        this.components = frame.parts().size();
        this.rowLength = frame.columns() * components;
        this.samples = new int[frame.rows() * rowLength];
        this.decoded = new boolean[components];
    }

    @Override
    public int decode(ScanHeader scan, Tables tables, BitReader in) {
        Differences differences = new Differences(scan, tables, in);
        Prediction prediction = new Prediction(samples, components, rowLength, scan.first());
        int rowsPerInterval = rowsPerInterval(tables.restartInterval(), in);
        int start = 1 << (frame.precision() - 1 - scan.low());
        for (int row = 0; row < frame.rows(); row++) {
            boolean first = row % rowsPerInterval == 0;
            if (first && row > 0) {
                in.restart(row / rowsPerInterval - 1);
            }
            int from = row * rowLength;
            differences.read(samples, from, from + rowLength, components);
            for (ScanHeader.Part part : scan.parts()) {
                if (first) {
                    prediction.addToFirstRow(from + part.index(), start);
                } else {
                    prediction.addToRow(from + part.index());
                }
            }
            in.requireNoneMadeUp();
        }
        for (ScanHeader.Part part : scan.parts()) {
            finish(part.index(), scan.low(), in);
        }
        return in.end();
    }

    /** An interval is of whole rows (T.81 H.1.1). */
    private int rowsPerInterval(int interval, BitReader in) {
        if (interval % frame.columns() != 0) {
            throw in.refused("restart interval", interval + " pixels", "whole rows of " + frame.columns());
        }
        return interval == 0 ? frame.rows() : interval / frame.columns();
    }

    /** Undoes the point transform once no sample is predicted from these any more. */
    private void finish(int place, int low, BitReader in) {
        if (decoded[place]) {
            throw in.refused("scan", "component number " + (place + 1) + " again", "each once");
        }
        decoded[place] = true;
        int mask = frame.precision() <= Byte.SIZE ? 0xFF : 0xFFFF;
        for (int i = place; i < samples.length; i += components) {
            samples[i] = samples[i] << low & mask;
        }
    }

    @Override
    public int[] samples(boolean ended) {
        for (int place = 0; place < components; place++) {
            if (!decoded[place]) {
                throw JpegStream.missing(place);
            }
        }
        return samples;
    }
}
