package org.tandem.dicom;

import java.util.List;

/**
 * A DICOM file (PS3.10 7).
 *
 * @param fileMeta group 0002, without its group length; empty where the file has none
 * @param dataSet what follows it; without pixel data where only the header was read
 * @param syntax the transfer syntax that the file names, or in which a file without one was found to be
 * @param warnings what was odd in it
 */
public record DicomFile(DataSet fileMeta, DataSet dataSet, TransferSyntax syntax, List<ReadWarning> warnings) {

    public DicomFile {
        warnings = List.copyOf(warnings);
    }

    public DicomFile(DataSet fileMeta, DataSet dataSet, TransferSyntax syntax) {
        this(fileMeta, dataSet, syntax, List.of());
    }

    /** A file of this data set, its File Meta Information made by {@link FileMeta}. */
    public static DicomFile of(DataSet dataSet, TransferSyntax syntax) {
        return new DicomFile(FileMeta.of(dataSet, syntax), dataSet, syntax);
    }
}
