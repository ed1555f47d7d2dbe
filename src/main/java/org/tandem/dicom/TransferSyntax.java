package org.tandem.dicom;

/** A transfer syntax (PS3.5 10, Annex A): how data sets and pixel data are encoded. */
public record TransferSyntax(Uid uid, String name, Encoding encoding) {

    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(new Uid("1.2.840.10008.1.2"), "Implicit VR Little Endian", Encoding.IMPLICIT_LITTLE);
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(new Uid("1.2.840.10008.1.2.1"), "Explicit VR Little Endian", Encoding.EXPLICIT_LITTLE);
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
            new TransferSyntax(new Uid("1.2.840.10008.1.2.2"), "Explicit VR Big Endian", Encoding.EXPLICIT_BIG);
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN = new TransferSyntax(
            new Uid("1.2.840.10008.1.2.1.99"), "Deflated Explicit VR Little Endian", Encoding.DEFLATED);

    /** The four ways in which data sets are laid out in bytes; encapsulated pixel data only in the last. */
    public enum Encoding {
        IMPLICIT_LITTLE,
        EXPLICIT_LITTLE,
        EXPLICIT_BIG,
        DEFLATED,
        ENCAPSULATED
    }

    public boolean explicitVr() {
        return encoding != Encoding.IMPLICIT_LITTLE;
    }

    public boolean bigEndian() {
        return encoding == Encoding.EXPLICIT_BIG;
    }

    public boolean encapsulated() {
        return encoding == Encoding.ENCAPSULATED;
    }

    public boolean deflated() {
        return encoding == Encoding.DEFLATED;
    }

    /**
     * Whether this is one of the four that hold pixel data as they are, so that a data set goes from one to the other
     * by being written again. False of the JPIP syntaxes, which share a layout with them.
     */
    public boolean uncompressed() {
        return equals(IMPLICIT_VR_LITTLE_ENDIAN)
                || equals(EXPLICIT_VR_LITTLE_ENDIAN)
                || equals(EXPLICIT_VR_BIG_ENDIAN)
                || equals(DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
