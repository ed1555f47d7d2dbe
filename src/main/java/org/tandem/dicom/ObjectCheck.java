package org.tandem.dicom;

import java.nio.file.Path;
import java.util.List;

/**
 * Finds what is wrong with an object by the standard, in words: the file around it (PS3.10 7), the encoding and each
 * value (PS3.5), the attributes of the mandatory modules of its IOD (PS3.3), and its pixel data and planes.
 */
public final class ObjectCheck {

    private ObjectCheck() {}

    /** All findings, those of reading first; refuses what cannot be read at all. */
    public static List<CheckFinding> check(Path path) {
        CheckReport report = new CheckReport();
        DicomFile file = DicomFileReader.read(path, ReadOptions.AS_FAR_AS_IT_GOES, report.offsets());
        file.warnings().forEach(warning -> reading(warning, report));
        FileMetaCheck.check(file, report);
        new ValueCheck(report).check(file.fileMeta(), "");
        new ValueCheck(report).check(file.dataSet(), "");
        IdentityCheck.check(file.dataSet(), report);
        ModuleCheck.check(file.dataSet(), report);
        PixelCheck.check(file, report);
        PlaneCheck.check(file.dataSet(), "", report);
        return report.findings();
    }

    /** What the reader had to put up with is against PS3.5 or PS3.10; lengths of groups are only retired. */
    private static void reading(ReadWarning warning, CheckReport report) {
        boolean groupLength = warning.tag() != 0 && Tag.element(warning.tag()) == 0 && Tag.group(warning.tag()) != 2;
        boolean ofFile = Tag.group(warning.tag()) == 2 || (warning.tag() == 0 && warning.offsetBytes() <= 132);
        report.add(
                groupLength ? CheckFinding.Severity.WARNING : CheckFinding.Severity.ERROR,
                Tag.format(warning.tag()),
                warning.offsetBytes(),
                warning.message(),
                groupLength ? "PS3.5 7.2" : ofFile ? "PS3.10 7.1" : "PS3.5 7");
    }
}
