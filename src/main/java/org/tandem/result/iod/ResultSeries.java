package org.tandem.result.iod;

import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/**
 * The series that results of one kind, made by one model version of one source series, lie in.
 *
 * @param number Series Number (0020,0011): above those of scanners, so that a list shows results last
 * @param description what a person sees in the PACS list
 * @param instanceNumber Instance Number (0020,0013) of the object in it
 */
public record ResultSeries(Uid uid, int number, String description, int instanceNumber) {

    /** First number of ours: scanners count from 1, their reconstructions in hundreds or thousands. */
    private static final int FIRST_NUMBER = 90_000;

    /** Source series are told apart up to this number; 90 000 + 10 · 999 + kind stays below 100 000. */
    private static final int SOURCE_NUMBERS = 1_000;

    static ResultSeries of(ResultKind kind, ResultContext context) {
        int source = Math.floorMod(context.header().integer(Tag.SERIES_NUMBER).orElse(0), SOURCE_NUMBERS);
        int number = FIRST_NUMBER + 10 * source;
        Uid uid = context.uids().series(kind);
        String description = description(kind, context.algorithm());
        return new ResultSeries(uid, number + kind.number(), description, context.instanceNumber());
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
        write(out, modality, instanceNumber);
    }

    /**
     * Body part and side (C.7.3.1). Which body part it is, is told with its side only: a part of a pair would have to
     * name it (Laterality, Type 2C), and many sources do not.
     */
    public static void writeBodyPart(ModuleWriter out, DataSet sourceHeader) {
        Optional<String> side = Stream.of(Tag.LATERALITY, Tag.IMAGE_LATERALITY)
                .flatMap(tag -> sourceHeader.string(tag).stream())
                .filter(value -> value.matches("[RL]"))
                .findFirst();
        if (side.isPresent()) {
            out.type3From(sourceHeader, Tag.BODY_PART_EXAMINED);
        }
        out.type2(Tag.LATERALITY, side.orElse(""));
    }

    /** Of one of several objects of the series, numbered from 1. */
    public void write(ModuleWriter out, String modality, int instance) {
        out.type1(Tag.MODALITY, modality);
        out.type1(Tag.SERIES_INSTANCE_UID, uid);
        out.type1(Tag.SERIES_NUMBER, number);
        out.type3(Tag.SERIES_DESCRIPTION, description);
        out.type1(Tag.INSTANCE_NUMBER, instance);
    }
}
