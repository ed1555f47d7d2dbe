package org.tandem.dicom;

import java.io.IOException;

/**
 * What stands before the data set of a file (PS3.10 7.1): preamble, prefix and File Meta Information, or what devices
 * leave of them.
 *
 * @param fileMeta group 0002 without its length; empty where the file has none
 * @param syntax the one it names, or else the one found from the first element
 */
record FileBeginning(DataSet fileMeta, TransferSyntax syntax) {

    private static final int PREAMBLE_BYTES = 128;

    /** Reads up to the data set. */
    static FileBeginning read(ByteInput in, ParseReport report) throws IOException {
        skipPreamble(in, report);
        long start = in.offset();
        boolean there = in.has(8) && (Tag.group(in.peekTag(false)) == 0x0002 || Tag.group(in.peekTag(true)) == 0x0002);
        DataSet group = there
                ? new DataSetParser(in, report, tag -> Tag.group(tag) != 0x0002).parse(Layout.EXPLICIT_LITTLE)
                : DataSet.EMPTY;
        if (group.isEmpty()) {
            report.warn(Tag.FILE_META_INFORMATION_GROUP_LENGTH, start, "no File Meta Information");
        } else if (!group.contains(Tag.FILE_META_INFORMATION_GROUP_LENGTH)) {
            report.warn(Tag.FILE_META_INFORMATION_GROUP_LENGTH, start, "is missing");
        }
        DataSet fileMeta =
                group.toBuilder().remove(Tag.FILE_META_INFORMATION_GROUP_LENGTH).build();
        return new FileBeginning(fileMeta, syntax(fileMeta, in, report));
    }

    private static void skipPreamble(ByteInput in, ParseReport report) throws IOException {
        if (FileMeta.beginsAt(in, PREAMBLE_BYTES)) {
            FileMeta.skipPreamble(in);
        } else if (FileMeta.beginsAt(in, 0)) {
            report.warn(0, 0, "no preamble before the prefix");
            in.skip(FileMeta.PREFIX_BYTES);
        } else if (beginsDataSet(in, 0)) {
            report.warn(0, 0, "no preamble and prefix");
        } else if (beginsDataSet(in, PREAMBLE_BYTES)) {
            report.warn(0, PREAMBLE_BYTES, "no prefix after the preamble");
            in.skip(PREAMBLE_BYTES);
        } else {
            throw report.refuse(
                    0, 0, in.remaining() + " bytes of something else", "\"DICM\" at byte 128, or group 0002 or 0008");
        }
    }

    /** Without prefix, only what begins with group 0002 or 0008 in one of the two byte orders is taken for DICOM. */
    private static boolean beginsDataSet(ByteInput in, int at) throws IOException {
        if (!in.has(at + 8)) {
            return false;
        }
        VR vr = VR.spelled(in.peek(at + 4), in.peek(at + 5));
        boolean fits = in.peekUnsignedInt(at + 4, false) <= in.remaining() - at - 8;
        int little = Tag.of(in.peekUnsignedShort(at, false), in.peekUnsignedShort(at + 2, false));
        int big = Tag.of(in.peekUnsignedShort(at, true), in.peekUnsignedShort(at + 2, true));
        if (vr != null && (LayoutGuess.registered(little, vr) || LayoutGuess.registered(big, vr))) {
            return true;
        }
        return switch (Tag.group(little)) {
            case 0x0002, 0x0008 -> vr != null || fits;
            case 0x0200, 0x0800 -> vr != null;
            default -> false;
        };
    }

    private static TransferSyntax syntax(DataSet fileMeta, ByteInput in, ParseReport report) throws IOException {
        Uid named = fileMeta.uid(Tag.TRANSFER_SYNTAX_UID).orElse(null);
        if (named == null) {
            report.warn(Tag.TRANSFER_SYNTAX_UID, in.offset(), "no Transfer Syntax UID, found from the first element");
            return sniff(in);
        }
        if (!TransferSyntaxes.isKnown(named)) {
            report.warn(
                    Tag.TRANSFER_SYNTAX_UID,
                    in.offset(),
                    "names no syntax of the standard, read as explicit VR little endian");
        }
        return TransferSyntaxes.of(named);
    }

    private static TransferSyntax sniff(ByteInput in) throws IOException {
        if (!in.has(8)) {
            return TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        }
        return switch (new LayoutGuess(in).ofDataSet(Layout.IMPLICIT_LITTLE)) {
            case IMPLICIT_LITTLE ->
                VR.spelled(in.peek(4), in.peek(5)) == null
                        ? TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN
                        : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_LITTLE -> TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_BIG -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
        };
    }
}
