package org.tandem.result.pr;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;

/** Presentation State Identification and Relationship (PS3.3 C.11.10, C.11.11): for which images it is. */
record PresentationIdentificationModule(ResultContext context) implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type1(Tag.CONTENT_LABEL, "AI_FINDINGS");
        out.type2(
                Tag.CONTENT_DESCRIPTION,
                PlainText.longString(
                        "AI result, not for primary diagnosis:",
                        context.algorithm().title(),
                        ""));
        out.type2(Tag.CONTENT_CREATOR_NAME, context.device().modelName() + "^AI");
        context.made().write(out, Tag.PRESENTATION_CREATION_DATE, Tag.PRESENTATION_CREATION_TIME);
        out.type1(Tag.REFERENCED_SERIES_SEQUENCE, series -> {
            series.type1From(context.header(), Tag.SERIES_INSTANCE_UID);
            series.type1(
                    Tag.REFERENCED_IMAGE_SEQUENCE, items(context.references().images()));
        });
    }

    static List<DataSet> items(List<ImageReference> images) {
        return images.stream().map(image -> ModuleWriter.item(image::write)).toList();
    }
}
