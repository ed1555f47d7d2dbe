package org.tandem.result.iod;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/**
 * The series that results of one kind, made by one model version of one source series, lie in.
 *
 * @param number Series Number (0020,0011): above those of scanners, so that a list shows results last
 * @param description what a person sees in the PACS list
 */
public record ResultSeries(Uid uid, int number, String description) {

    /** First number of ours: scanners count from 1, their reconstructions in hundreds or thousands. */
    private static final int FIRST_NUMBER = 90_000;

    /** Source series are told apart up to this number; 90 000 + 10 · 999 + kind stays below 100 000. */
    private static final int SOURCE_NUMBERS = 1_000;

    public static ResultSeries of(ResultKind kind, ResultUids uids, Algorithm algorithm, DataSet sourceHeader) {
        int source = Math.floorMod(sourceHeader.integer(Tag.SERIES_NUMBER).orElse(0), SOURCE_NUMBERS);
        int number = FIRST_NUMBER + 10 * source;
        Uid uid = uids.series(kind);
        return new ResultSeries(uid, number + kind.number(), description(kind, algorithm));
    }

    private static String words(ResultKind kind) {
        return switch (kind) {
            case SEGMENTATION -> "AI SEG:";
            case STRUCTURED_REPORT -> "AI report:";
            case PRESENTATION_STATE -> "AI marks:";
            case PARAMETRIC_MAP -> "AI map:";
            case SECONDARY_CAPTURE -> "AI picture:";
            case KEY_OBJECT_SELECTION -> "AI results:";
            case ENCAPSULATED_PDF -> "AI page:";
        };
    }

    private static String description(ResultKind kind, Algorithm algorithm) {
        return PlainText.longString(words(kind), algorithm.title(), algorithm.version());
    }

    /** What General Series (PS3.3 C.7.3.1) and the series modules of SEG and SR documents have in common. */
    public void write(ModuleWriter out, String modality) {
        write(out, modality, 1);
    }

    /** Of one of several objects of the series, numbered from 1. */
    public void write(ModuleWriter out, String modality, int instanceNumber) {
        out.type1(Tag.MODALITY, modality);
        out.type1(Tag.SERIES_INSTANCE_UID, uid);
        out.type1(Tag.SERIES_NUMBER, number);
        out.type3(Tag.SERIES_DESCRIPTION, description);
        out.type1(Tag.INSTANCE_NUMBER, instanceNumber);
    }
}
