package org.tandem.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.IdentityHashMap;
import java.util.function.IntPredicate;
import java.util.zip.ZipException;

/**
 * Reads DICOM files (PS3.10 7), also those without preamble or File Meta Information. Pixel data and values longer than
 * 64 KiB stay in the file as {@link Value.FileRegion}, so it must not move while they are used; only of a deflated file
 * everything comes into memory, up to a limit.
 *
 * <p>Refuses ({@link TandemException.Kind#REFUSE}) what is no DICOM file, what ends too early and what cannot be
 * understood; a file that cannot be opened or read is {@link TandemException.Kind#RETRY}.
 */
public final class DicomFileReader {

    private final ByteInput in;
    private final FileChannel channel;
    private final ParseReport report;
    private final IntPredicate stop;

    private DicomFileReader(ByteInput in, FileChannel channel, IntPredicate stop, ParseReport report) {
        this.in = in;
        this.channel = channel;
        this.stop = stop;
        this.report = report;
    }

    /** The whole file. */
    public static DicomFile read(Path file) {
        return read(file, ReadOptions.WHOLE);
    }

    /** The whole file, or of one that was cut off as much as is there, as the options say. */
    public static DicomFile read(Path file, ReadOptions options) {
        return open(file, tag -> false, options);
    }

    /** As {@link #read(Path, ReadOptions)}; puts where each element stands into this map, by identity. */
    public static DicomFile read(Path file, ReadOptions options, IdentityHashMap<Element, Long> offsets) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ParseReport report = new ParseReport(file.toString(), options, offsets);
            return new DicomFileReader(ByteInput.of(file, channel), channel, tag -> false, report).parse();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The file up to its pixel data, which are not touched. */
    public static DicomFile readHeader(Path file) {
        return readHeader(file, ReadOptions.WHOLE);
    }

    /** The file up to its pixel data, as the options say. */
    public static DicomFile readHeader(Path file, ReadOptions options) {
        return open(file, DicomFileReader::isPixelDataOrLater, options);
    }

    /** As {@link #readHeader(Path)}, of a file that is open; leaves the channel's position as it is. */
    public static DicomFile readHeader(Path file, FileChannel channel) {
        return parse(file, channel, DicomFileReader::isPixelDataOrLater, ReadOptions.WHOLE);
    }

    /** Of the group of pixel data and those behind it, which hold padding and signatures. */
    private static boolean isPixelDataOrLater(int tag) {
        return Tag.group(tag) >= 0x7FE0;
    }

    private static DicomFile open(Path file, IntPredicate stop, ReadOptions options) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return parse(file, channel, stop, options);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static DicomFile parse(Path file, FileChannel channel, IntPredicate stop, ReadOptions options) {
        try {
            ParseReport report = new ParseReport(file.toString(), options);
            return new DicomFileReader(ByteInput.of(file, channel), channel, stop, report).parse();
        } catch (ZipException | EOFException e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Cannot read " + file + ": got broken deflated data, expected a data set",
                    e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private DicomFile parse() throws IOException {
        FileBeginning beginning = FileBeginning.read(in, report);
        TransferSyntax syntax = beginning.syntax();
        DataSet dataSet =
                syntax.deflated() && !isPlain() ? inflate() : parser(in).parse(Layout.of(syntax));
        return new DicomFile(beginning.fileMeta(), dataSet, syntax, report.warnings());
    }

    /** Whether a data set that is announced as deflated begins with an element as it is. */
    private boolean isPlain() throws IOException {
        VR vr = in.has(8) ? VR.spelled(in.peek(4), in.peek(5)) : null;
        boolean plain = vr != null && LayoutGuess.registered(in.peekTag(false), vr);
        if (plain) {
            report.warn(in.peekTag(false), in.offset(), "announced as deflated, is not");
        }
        return plain;
    }

    private DataSetParser parser(ByteInput input) {
        return new DataSetParser(input, report, stop);
    }

    private DataSet inflate() throws IOException {
        try (InputStream deflated = new PositionedInput(channel, in.offset());
                DeflatedInput inflated = DeflatedInput.of(deflated, report)) {
            return parser(ByteInput.of(inflated)).parse(Layout.EXPLICIT_LITTLE);
        }
    }

    private static TandemException unreadable(Path file, IOException cause) {
        return new TandemException(TandemException.Kind.RETRY, "Cannot open or read " + file, cause);
    }
}
