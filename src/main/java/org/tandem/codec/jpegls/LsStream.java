package org.tandem.codec.jpegls;

import org.jspecify.annotations.Nullable;
import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;
import org.tandem.codec.frame.MarkerReader;

/** One codestream from its start to its end: headers, parameters, scans (T.87 Annex C). For one thread. */
final class LsStream {

    private static final int SOF55 = 0xFFF7;
    private static final int LSE = 0xFFF8;
    private static final int SOS = 0xFFDA;
    private static final int DNL = 0xFFDC;
    private static final int DRI = 0xFFDD;
    private static final int RST0 = 0xFFD0;
    private static final int EOI = 0xFFD9;
    private static final int APP8 = 0xFFE8;

    /** "mrfx", the colour transforms of HP's encoder: beyond the standard. */
    private static final int HP_TRANSFORM = 0x6D726678;

    private final byte[] bytes;
    private final FrameShape shape;
    private final MarkerReader in;
    private final boolean[] decoded;
    private Preset preset = Preset.DEFAULT;
    private int linesPerInterval;
    private boolean rowsUntold;
    private @Nullable LsHeader header;
    private int[] samples = {};

    LsStream(byte[] bytes, FrameShape shape) {
        this.bytes = bytes;
        this.shape = shape;
        this.in = new MarkerReader("JPEG-LS", bytes);
        this.decoded = new boolean[shape.samples()];
    }

    DecodedFrame decode() {
        while (in.next() && in.marker() != EOI) {
            if (in.marker() < RST0 || in.marker() > EOI) {
                in.open();
                read();
            }
        }
        if (header == null || rowsUntold) {
            throw in.refused("end", header == null ? "no frame header" : "no number of lines", "one");
        }
        for (int place = 0; place < decoded.length; place++) {
            if (!decoded[place]) {
                throw in.refused("end", "no scan of component number " + (place + 1), "one of each");
            }
        }
        return new DecodedFrame(header.precision(), false, samples);
    }

    private void read() {
        switch (in.marker()) {
            case SOF55 -> readHeader();
            case LSE -> readParameters();
            case DRI -> readInterval();
            case DNL -> readRows();
            case SOS -> readScan();
            case APP8 -> requireNoTransform();
            default -> requireNoOtherProcess();
        }
    }

    private void readHeader() {
        if (header != null) {
            throw in.refused("frame header", "a second one", "one");
        }
        header = LsHeader.read(in);
        rowsUntold = header.rows() == 0;
        shape.require(
                "JPEG-LS",
                rowsUntold ? shape.rows() : header.rows(),
                header.columns(),
                header.ids().size());
    }

    /**
     * T.87 C.2.4.1: 1 preset parameters, 2 and 3 mapping tables, refused where a scan asks for them, 4 large images.
     */
    private void readParameters() {
        int id = in.u8();
        if (id == 1) {
            preset = Preset.read(in);
        } else if (id > 3) {
            throw in.refused("parameters LSE", "type " + id, "1 to 3");
        }
    }

    /** Lines, in two, three or four bytes (T.87 C.2.5). */
    private void readInterval() {
        int lines = 0;
        while (in.remaining() > 0) {
            lines = lines << Byte.SIZE | in.u8();
        }
        linesPerInterval = Math.max(0, lines);
    }

    /** The image has said the rows before: the codestream can but agree. */
    private void readRows() {
        int rows = 0;
        while (in.remaining() > 0) {
            rows = rows << Byte.SIZE | in.u8();
        }
        if (rows != shape.rows()) {
            throw in.refused("number of lines", Integer.toString(rows), Integer.toString(shape.rows()));
        }
        rowsUntold = false;
    }

    private void requireNoTransform() {
        if (in.remaining() == 5 && (in.u16() << 16 | in.u16()) == HP_TRANSFORM && in.u8() != 0) {
            throw in.refused("APP8", "a colour transform of HP's", "none: the standard has none");
        }
    }

    /** JPEG of other processes has SOF0 to SOF15, of which some numbers are other markers. */
    private void requireNoOtherProcess() {
        int marker = in.marker();
        if (marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC) {
            throw in.refused("frame header", "JPEG's marker " + MarkerReader.name(marker), "SOF55 of JPEG-LS");
        }
    }

    private void readScan() {
        if (header == null) {
            throw in.refused("scan", "no frame header before it", "one");
        }
        LsScan scan = LsScan.read(in, header);
        for (int place : scan.places()) {
            if (decoded[place]) {
                throw in.refused("scan", "component number " + (place + 1) + " again", "each once");
            }
            decoded[place] = true;
        }
        LsBitReader bits = new LsBitReader(bytes, in.end());
        Preset parameters = preset.complete(header.precision(), scan.near(), in);
        decode(scan, new Lines(new SampleCoding(parameters, scan.near(), bits), shape.columns(), scan), bits);
        in.resume(bits.end());
    }

    private void decode(LsScan scan, Lines lines, LsBitReader bits) {
        if (samples.length == 0) {
            requirePlausible();
            samples = new int[shape.count()];
        }
        int rowLength = shape.columns() * shape.samples();
        for (int row = 0; row < shape.rows(); row++) {
            if (linesPerInterval > 0 && row > 0 && row % linesPerInterval == 0) {
                bits.restart(row / linesPerInterval - 1);
                lines.restart();
            }
            lines.next();
            bits.requireNoneMadeUp();
            for (int i = 0; i < scan.places().length; i++) {
                lines.copy(i, samples, row * rowLength + scan.places()[i], shape.samples());
            }
        }
    }

    /** A line takes a bit at least: no header claims more memory than that. */
    private void requirePlausible() {
        long bitsLeft = (bytes.length - in.end()) * (long) Byte.SIZE;
        if (bitsLeft < shape.rows()) {
            throw in.refused("scan", bitsLeft + " bits", "at least one for each of " + shape.rows() + " lines");
        }
    }
}
