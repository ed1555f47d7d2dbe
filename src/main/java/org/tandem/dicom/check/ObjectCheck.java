package org.tandem.dicom.check;

import java.nio.file.Path;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.ReadOptions;
import org.tandem.dicom.ReadWarning;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;

/**
 * Finds what is wrong with an object by the standard, in words: the file around it (PS3.10 7), the encoding and each
 * value (PS3.5), the attributes of the mandatory modules of its IOD (PS3.3), and its pixel data and planes.
 */
public final class ObjectCheck {

    private ObjectCheck() {}

    /** Of a file, with what reading it had to put up with; refuses what cannot be read at all. */
    public static CheckReport of(Path path) {
        CheckNotes notes = new CheckNotes();
        DicomFile file = DicomFileReader.read(path, ReadOptions.AS_FAR_AS_IT_GOES, notes.offsets());
        file.warnings().forEach(warning -> reading(warning, notes));
        FileMetaCheck.check(file, notes);
        new ValueCheck(notes).check(file.fileMeta(), Place.ROOT);
        check(file.dataSet(), file.syntax(), notes);
        return notes.report();
    }

    /** Of an object that is about to be written in this transfer syntax. */
    public static CheckReport of(DataSet dataSet, TransferSyntax syntax) {
        CheckNotes notes = new CheckNotes();
        check(dataSet, syntax, notes);
        return notes.report();
    }

    private static void check(DataSet dataSet, TransferSyntax syntax, CheckNotes notes) {
        new ValueCheck(notes).check(dataSet, Place.ROOT);
        IdentityCheck.check(dataSet, notes);
        ModuleCheck.check(dataSet, notes);
        PixelCheck.check(dataSet, syntax, notes);
        PlaneCheck.check(dataSet, Place.ROOT, notes);
        DimensionCheck.check(dataSet, notes);
        SegmentCheck.check(dataSet, notes);
        CodingSchemeCheck.check(dataSet, notes);
        ReferenceCheck.check(dataSet, notes);
        PresentationCheck.check(dataSet, notes);
        TemplateCheck.check(dataSet, notes);
        TrackingCheck.check(dataSet, notes);
    }

    /** What the reader had to put up with is against PS3.5 or PS3.10; lengths of groups are only retired. */
    private static void reading(ReadWarning warning, CheckNotes notes) {
        boolean groupLength = warning.tag() != 0 && Tag.element(warning.tag()) == 0 && Tag.group(warning.tag()) != 2;
        boolean ofFile = Tag.group(warning.tag()) == 2 || (warning.tag() == 0 && warning.offsetBytes() <= 132);
        notes.add(
                groupLength ? CheckFinding.Severity.WARNING : CheckFinding.Severity.ERROR,
                Tag.format(warning.tag()),
                warning.offsetBytes(),
                warning.message(),
                groupLength ? "PS3.5 7.2" : ofFile ? "PS3.10 7.1" : "PS3.5 7");
    }
}
