package org.tandem.result.pm;

import java.util.List;
import org.tandem.dicom.Tag;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.iod.LossyCompression;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;

/** Parametric Map Image and Acquisition Context (PS3.3 C.8.32.2, C.7.6.14). */
record ParametricMapImageModule(ResultContext context, ExplanationMap map) implements Module {

    /** Frame Type (0008,9007) and Image Type (0008,0008): no slice is left out or interpolated. */
    private static final String[] TYPE = {"DERIVED", "PRIMARY", "VOLUME", "NONE"};

    static String[] type() {
        return TYPE.clone();
    }

    @Override
    public void write(ModuleWriter out) {
        out.type1(Tag.IMAGE_TYPE, type());
        out.type3(Tag.PIXEL_PRESENTATION, "MONOCHROME");
        out.type1(Tag.CONTENT_QUALIFICATION, "RESEARCH");
        out.type1(Tag.BURNED_IN_ANNOTATION, "NO");
        out.type1(Tag.RECOGNIZABLE_VISUAL_FEATURES, "NO");
        LossyCompression.write(out, context.header());
        out.type1(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY");
        out.type1(Tag.CONTENT_LABEL, PlainText.codeString(map.purpose().name()));
        out.type2(
                Tag.CONTENT_DESCRIPTION,
                PlainText.longString("AI result, not for primary diagnosis:", map.label(), ""));
        out.type2(Tag.CONTENT_CREATOR_NAME, context.device().modelName() + "^AI");
        out.type2(Tag.ACQUISITION_CONTEXT_SEQUENCE, List.of());
    }
}
