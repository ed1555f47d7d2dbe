package org.tandem.result.pr;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.ModuleWriter;

/**
 * An item of Graphic Annotation Sequence (PS3.3 C.10.5): lines and texts of one layer.
 *
 * @param image that they are drawn on; none where they are drawn on all
 */
record Annotation(Layer layer, Optional<ImageReference> image, List<DataSet> graphics, List<DataSet> texts) {

    Annotation {
        graphics = List.copyOf(graphics);
        texts = List.copyOf(texts);
    }

    void write(ModuleWriter item) {
        image.ifPresent(reference -> item.type1(Tag.REFERENCED_IMAGE_SEQUENCE, reference::write));
        item.type1(Tag.GRAPHIC_LAYER, layer.name());
        item.type1C(!texts.isEmpty(), Tag.TEXT_OBJECT_SEQUENCE, texts);
        item.type1C(!graphics.isEmpty(), Tag.GRAPHIC_OBJECT_SEQUENCE, graphics);
    }
}
