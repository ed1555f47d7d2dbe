package org.tandem.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads data sets that stand alone, without preamble and File Meta Information, as they come over an association (PS3.5
 * 7). All values come into memory: for images, keep the bytes in a file and use {@link DicomFileReader}.
 */
public final class DataSetReader {

    private static final String SOURCE = "data set";

    private DataSetReader() {}

    /** The data set that these bytes hold; refuses what cannot be understood. */
    public static DataSet read(byte[] bytes, TransferSyntax syntax) {
        try {
            if (syntax.deflated()) {
                return read(new java.io.ByteArrayInputStream(bytes), syntax);
            }
            return parser(ByteInput.of(bytes), new ParseReport(SOURCE, ReadOptions.WHOLE))
                    .parse(Layout.of(syntax));
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.REFUSE, "Cannot read " + SOURCE + ": not deflated data", e);
        }
    }

    /** The data set in the rest of the stream, which is read to its end and not closed. */
    public static DataSet read(InputStream in, TransferSyntax syntax) throws IOException {
        return read(in, syntax, warning -> {});
    }

    /** As {@link #read(InputStream, TransferSyntax)}; hands over what was odd. */
    public static DataSet read(InputStream in, TransferSyntax syntax, Consumer<ReadWarning> warnings)
            throws IOException {
        return read(in, syntax, ReadOptions.WHOLE, warnings);
    }

    /** As {@link #read(InputStream, TransferSyntax, Consumer)}, going along as far as the options say. */
    public static DataSet read(
            InputStream in, TransferSyntax syntax, ReadOptions options, Consumer<ReadWarning> warnings)
            throws IOException {
        ParseReport report = new ParseReport(SOURCE, options);
        DataSet dataSet = syntax.deflated()
                ? inflate(in, report)
                : parser(ByteInput.of(in), report).parse(Layout.of(syntax));
        report.warnings().forEach(warnings);
        return dataSet;
    }

    private static DataSet inflate(InputStream in, ParseReport report) throws IOException {
        try (DeflatedInput inflated = DeflatedInput.of(in, report)) {
            return parser(ByteInput.of(inflated), report).parse(Layout.EXPLICIT_LITTLE);
        }
    }

    private static DataSetParser parser(ByteInput in, ParseReport report) {
        return new DataSetParser(in, report, tag -> false);
    }
}
