package org.tandem.dicom.check;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;

/** Holds File Meta Information to PS3.10 7.1 and to the data set behind it. */
final class FileMetaCheck {

    private static final String SECTION = "PS3.10 7.1";
    private static final List<Integer> TYPE_1 = List.of(
            Tag.FILE_META_INFORMATION_VERSION,
            Tag.MEDIA_STORAGE_SOP_CLASS_UID,
            Tag.MEDIA_STORAGE_SOP_INSTANCE_UID,
            Tag.TRANSFER_SYNTAX_UID,
            Tag.IMPLEMENTATION_CLASS_UID);

    private FileMetaCheck() {}

    static void check(DicomFile file, CheckNotes notes) {
        DataSet meta = file.fileMeta();
        if (meta.isEmpty()) {
            return; // reading said so
        }
        for (int tag : TYPE_1) {
            if (!meta.hasValue(tag)) {
                notes.missing(
                        Place.ROOT, tag, meta.contains(tag) ? "is empty, expected a value" : "is missing", SECTION);
            }
        }
        same(file, Tag.MEDIA_STORAGE_SOP_CLASS_UID, Tag.SOP_CLASS_UID, notes);
        same(file, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Tag.SOP_INSTANCE_UID, notes);
        for (Element element : meta.elements()) {
            if (Dictionary.keyword(element.tag()).isEmpty()) {
                notes.error(Place.ROOT, element, "is not of File Meta Information", SECTION);
            }
        }
    }

    private static void same(DicomFile file, int metaTag, int tag, CheckNotes notes) {
        String meta = file.fileMeta().string(metaTag).orElse("");
        String inside = file.dataSet().string(tag).orElse("");
        if (!meta.isEmpty() && !meta.equals(inside)) {
            String expected = inside.isEmpty() ? "the same in " : inside + " as in ";
            notes.error(file.fileMeta(), metaTag, "got " + meta + ", expected " + expected + Tag.format(tag), SECTION);
        }
    }
}
