package org.tandem.dicom;

import java.util.List;

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

    static void check(DicomFile file, CheckReport report) {
        DataSet meta = file.fileMeta();
        if (meta.isEmpty()) {
            return; // reading said so
        }
        for (int tag : TYPE_1) {
            if (!meta.hasValue(tag)) {
                report.missing("", tag, meta.contains(tag) ? "is empty, expected a value" : "is missing", SECTION);
            }
        }
        same(file, Tag.MEDIA_STORAGE_SOP_CLASS_UID, Tag.SOP_CLASS_UID, report);
        same(file, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Tag.SOP_INSTANCE_UID, report);
        for (Element element : meta.elements()) {
            if (Dictionary.keyword(element.tag()).isEmpty()) {
                report.error("", element, "is not of File Meta Information", SECTION);
            }
        }
    }

    private static void same(DicomFile file, int metaTag, int tag, CheckReport report) {
        String meta = file.fileMeta().string(metaTag).orElse("");
        String inside = file.dataSet().string(tag).orElse("");
        if (!meta.isEmpty() && !inside.isEmpty() && !meta.equals(inside)) {
            report.error(
                    file.fileMeta(),
                    metaTag,
                    "got " + meta + ", expected " + inside + " as in " + Tag.format(tag),
                    SECTION);
        }
    }
}
