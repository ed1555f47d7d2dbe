package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;
import static org.tandem.result.sr.Related.hasAcqContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.ImageItem;
import org.tandem.result.sr.ContentItem.NumItem;
import org.tandem.result.sr.ContentItem.UidRefItem;

/** Image Library (PS3.16 TID 1600): the source series as one group; what is common to it is said once (TID 1602). */
record ImageLibrary(ResultContext context) {

    Container root() {
        List<Related> group = new ArrayList<>();
        group.add(hasAcqContext(new CodeItem(
                Concepts.MODALITY, ImagingModality.of(context.header()).code())));
        context.header()
                .uid(Tag.FRAME_OF_REFERENCE_UID)
                .ifPresent(uid -> group.add(hasAcqContext(new UidRefItem(Concepts.FRAME_OF_REFERENCE_UID, uid))));
        group.add(hasAcqContext(pixels(
                Concepts.PIXEL_DATA_ROWS, context.input().volume().grid().size().y())));
        group.add(hasAcqContext(pixels(
                Concepts.PIXEL_DATA_COLUMNS,
                context.input().volume().grid().size().x())));
        context.references().images().forEach(image -> group.add(contains(new ImageItem(Optional.empty(), image))));
        return Container.of(
                Concepts.IMAGE_LIBRARY, List.of(contains(Container.of(Concepts.IMAGE_LIBRARY_GROUP, group))));
    }

    private static NumItem pixels(Code name, int count) {
        return new NumItem(name, Integer.toString(count), Concepts.PIXELS, List.of());
    }
}
