package org.tandem.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes data sets that stand alone, without preamble and File Meta Information (PS3.5 7). Writing one that was read in
 * another uncompressed syntax transcodes it; values that stayed in their file are streamed from there.
 */
public final class DataSetWriter {

    private DataSetWriter() {}

    /** Writes the data set in this syntax. Flushes the stream and does not close it. */
    public static void write(DataSet dataSet, TransferSyntax syntax, OutputStream out) throws IOException {
        if (syntax.deflated()) {
            deflate(dataSet, syntax, out);
        } else {
            try (ByteOutput bytes = new ByteOutput(out)) {
                write(dataSet, syntax, bytes);
            }
        }
        out.flush();
    }

    /** The data set as bytes in memory. */
    public static byte[] toBytes(DataSet dataSet, TransferSyntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(dataSet, syntax, out);
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.RETRY, "Cannot read a value that was left in its file", e);
        }
        return out.toByteArray();
    }

    /** How many bytes {@link #write} would write in a syntax that is not deflated. */
    public static long lengthBytes(DataSet dataSet, TransferSyntax syntax) {
        return new DataSetLengths(dataSet, syntax.explicitVr()).total();
    }

    /** A command set (PS3.7 6.3.1) in implicit VR little endian, its group length computed and put in front. */
    public static byte[] commandBytes(DataSet command) {
        TransferSyntax syntax = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        DataSetBuilder rest = command.toBuilder().remove(Tag.COMMAND_GROUP_LENGTH);
        int length = (int) lengthBytes(rest.build(), syntax);
        return toBytes(rest.putIntegers(Tag.COMMAND_GROUP_LENGTH, VR.UL, length).build(), syntax);
    }

    static void write(DataSet dataSet, TransferSyntax syntax, ByteOutput out) throws IOException {
        DataSetLengths lengths = new DataSetLengths(dataSet, syntax.explicitVr());
        new ElementWriter(out, syntax, lengths).write(dataSet);
        out.flush();
    }

    /** Deflated data sets end on an even byte (PS3.5 A.5). */
    private static void deflate(DataSet dataSet, TransferSyntax syntax, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true); // raw, without zlib header
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, 64 * 1024); // finished, not closed
            try (ByteOutput bytes = new ByteOutput(deflated)) {
                write(dataSet, syntax, bytes);
            }
            deflated.finish();
            if ((deflater.getBytesWritten() & 1) == 1) {
                out.write(0);
            }
        } finally {
            deflater.end();
        }
    }
}
