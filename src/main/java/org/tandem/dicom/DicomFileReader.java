package org.tandem.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntPredicate;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
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

    private DicomFileReader(Path file, FileChannel channel, IntPredicate stop) throws IOException {
        this.channel = channel;
        this.in = ByteInput.of(file, channel);
        this.report = new ParseReport(file.toString());
        this.stop = stop;
    }

    /** The whole file. */
    public static DicomFile read(Path file) {
        return open(file, tag -> false);
    }

    /** The file up to its pixel data, which are not touched. */
    public static DicomFile readHeader(Path file) {
        return open(file, DicomFileReader::isPixelDataOrLater);
    }

    /** As {@link #readHeader(Path)}, of a file that is open; leaves the channel's position as it is. */
    public static DicomFile readHeader(Path file, FileChannel channel) {
        return parse(file, channel, DicomFileReader::isPixelDataOrLater);
    }

    /** Of the group of pixel data and those behind it, which hold padding and signatures. */
    private static boolean isPixelDataOrLater(int tag) {
        return Tag.group(tag) >= 0x7FE0;
    }

    private static DicomFile open(Path file, IntPredicate stop) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return parse(file, channel, stop);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static DicomFile parse(Path file, FileChannel channel, IntPredicate stop) {
        try {
            return new DicomFileReader(file, channel, stop).parse();
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
        if (FileMeta.beginsAt(in)) {
            FileMeta.skipPreamble(in);
        } else {
            report.warn(0, 0, "no preamble and prefix");
            requireDataSet();
        }
        DataSet fileMeta = new DataSetParser(in, report, tag -> Tag.group(tag) != 0x0002)
                .parse(Layout.EXPLICIT_LITTLE).toBuilder()
                        .remove(Tag.FILE_META_INFORMATION_GROUP_LENGTH)
                        .build();
        TransferSyntax syntax =
                fileMeta.uid(Tag.TRANSFER_SYNTAX_UID).map(TransferSyntaxes::of).orElseGet(this::sniffSyntax);
        DataSet dataSet = syntax.deflated() ? inflate() : parser(in).parse(Layout.of(syntax));
        return new DicomFile(fileMeta, dataSet, syntax, report.warnings());
    }

    private DataSetParser parser(ByteInput input) {
        return new DataSetParser(input, report, stop);
    }

    private DataSet inflate() throws IOException {
        Inflater inflater = new Inflater(true); // raw: PS3.5 A.5 has no zlib header
        long start = in.offset();
        try (InputStream deflated = new PositionedInput(channel, start)) {
            InputStream inflated = new InflatedInput(new InflaterInputStream(deflated, inflater, 32 * 1024));
            return parser(ByteInput.of(inflated)).parse(Layout.EXPLICIT_LITTLE);
        } finally {
            inflater.end();
        }
    }

    /** Without prefix, only what begins with group 0002 or 0008 in one of the two byte orders is taken for DICOM. */
    private void requireDataSet() throws IOException {
        boolean plausible = in.has(8);
        if (plausible) {
            int group = in.peekUnsignedShort(0, false);
            boolean explicit = VR.spelled(in.peek(4), in.peek(5)) != null;
            boolean implicit = in.peekUnsignedInt(4, false) <= in.remaining() - 8;
            plausible = switch (group) {
                case 0x0002, 0x0008 -> explicit || implicit;
                case 0x0800 -> explicit;
                default -> false;
            };
        }
        if (!plausible) {
            throw report.refuse(
                    0, 0, in.remaining() + " bytes of something else", "\"DICM\" at byte 128, or group 0002 or 0008");
        }
    }

    private TransferSyntax sniffSyntax() {
        report.warn(Tag.TRANSFER_SYNTAX_UID, 0, "no Transfer Syntax UID, found from the first element");
        boolean explicit = in.atHand() >= 6 && VR.spelled(in.peek(4), in.peek(5)) != null;
        if (!explicit) {
            return TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        }
        return in.peekUnsignedShort(0, true) == 0x0008
                ? TransferSyntax.EXPLICIT_VR_BIG_ENDIAN
                : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    }

    private static TandemException unreadable(Path file, IOException cause) {
        return new TandemException(TandemException.Kind.RETRY, "Cannot open or read " + file, cause);
    }
}
