package org.tandem.codec.jpeg;

import org.jspecify.annotations.Nullable;
import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;
import org.tandem.codec.frame.MarkerReader;
import org.tandem.dicom.TandemException;

/** One codestream from its start to its end: headers, tables, scans (T.81 figure B.2). For one thread. */
final class JpegStream {

    /** Into which part of its pixels the finest component of a frame may be subsampled, if another has more rows. */
    private static final int FEWEST = 4;

    private final byte[] bytes;
    private final FrameShape shape;
    private final MarkerReader in;
    private final Tables tables = new Tables();
    private @Nullable FrameHeader header;
    private @Nullable CodedImage image;
    private boolean rowsUntold;

    JpegStream(byte[] bytes, FrameShape shape) {
        this.bytes = bytes;
        this.shape = shape;
        this.in = new MarkerReader("JPEG", bytes);
    }

    DecodedFrame decode() {
        boolean ended = readMarkers();
        if (header == null || image == null) {
            throw in.refused("end", "no scan", "at least one");
        }
        if (rowsUntold) {
            throw in.refused("end", "a frame of 0 rows and no marker DNL", "the number of rows");
        }
        return new DecodedFrame(header.precision(), false, image.samples(ended));
    }

    /** Whether they come to an end of image. */
    private boolean readMarkers() {
        while (in.next()) {
            if (in.marker() == Marker.EOI) {
                return true;
            }
            if (!Marker.standsAlone(in.marker())) {
                in.open();
                read();
            }
        }
        return false;
    }

    private void read() {
        switch (in.marker()) {
            case Marker.DHT -> tables.readHuffman(in);
            case Marker.DQT -> tables.readQuantization(in);
            case Marker.DRI -> tables.readRestartInterval(in);
            case Marker.DNL -> readRows();
            case Marker.SOS -> readScan();
            case Marker.DAC -> throw in.refused("conditioning", "arithmetic coding", "Huffman's");
            default -> {
                if (Marker.isFrame(in.marker())) {
                    readFrame();
                }
            }
        }
    }

    private void readFrame() {
        if (header != null) {
            throw in.refused("frame header", "a second one", "one");
        }
        FrameHeader read = FrameHeader.read(in);
        rowsUntold = read.rows() == 0;
        header = rowsUntold ? read.withRows(shape.rows()) : read;
        shape.require("JPEG", header.rows(), header.columns(), header.parts().size());
    }

    /** The image has said the rows before: the codestream can but agree (T.81 B.2.5). */
    private void readRows() {
        int rows = in.u16();
        if (rows != shape.rows()) {
            throw in.refused("number of lines", Integer.toString(rows), Integer.toString(shape.rows()));
        }
        rowsUntold = false;
    }

    private void readScan() {
        if (header == null) {
            throw in.refused("scan", "no frame header before it", "one");
        }
        ScanHeader scan = ScanHeader.read(in, header);
        if (image == null) {
            image = newImage(header);
        }
        in.resume(image.decode(scan, tables, new BitReader(bytes, in.end())));
    }

    /** Makes room, if there is at least a bit for each sample or block: no header claims more memory than that. */
    private CodedImage newImage(FrameHeader frame) {
        boolean lossless = frame.process() == FrameHeader.LOSSLESS;
        int blocks = shape.rows() * shape.columns() / (Zigzag.LENGTH * FEWEST);
        long units = lossless ? shape.count() : blocks;
        if (units > (bytes.length - in.end()) * (long) Byte.SIZE) {
            throw in.refused("scan", (bytes.length - in.end()) + " bytes", "at least " + units + " bits");
        }
        return lossless ? new LosslessImage(frame) : new DctImage(frame);
    }

    /** A refusal of a frame that no scan completes. */
    static TandemException missing(int place) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                "JPEG frame: got no scan that completes component number " + (place + 1)
                        + ", expected one before the end");
    }
}
