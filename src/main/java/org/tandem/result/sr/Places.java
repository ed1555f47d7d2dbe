package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;

import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.Code;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.sr.ContentItem.Scoord3dItem;
import org.tandem.result.sr.ContentItem.ScoordItem;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;

/**
 * Where something is. Of a detection: on each slice that it reaches, and, of what lies in the patient, where its middle
 * is; of a segment, whose place the segmentation says, its middle.
 */
record Places(ResultContext context, Grid grid) {

    List<Related> of(Shape shape) {
        List<Related> places = new ArrayList<>();
        shape.slices(grid).forEach(z -> places.add(contains(mark(Concepts.IMAGE_REGION, shape, z))));
        context.source()
                .inPatient()
                .flatMap(inPatient -> context.header().uid(Tag.FRAME_OF_REFERENCE_UID))
                .ifPresent(frameOfReference -> {
                    Vector3 at = grid.toPatient(shape.centre());
                    double[] point = {at.x(), at.y(), at.z()};
                    places.add(contains(new Scoord3dItem(Concepts.CENTER, "POINT", point, frameOfReference)));
                });
        return places;
    }

    /** The middle of a segment, on the image that shows it: viewers hang the measurements on it. */
    ScoordItem centre(Mask mask) {
        Vector3 centre = mask.centre();
        return mark(Concepts.CENTER, new Shape.Point(centre), (int) centre.z());
    }

    private ScoordItem mark(Code name, Shape shape, int z) {
        ImageReference image = ImageReference.to(context.source().slices().get(z));
        String graphicType = shape instanceof Shape.Point ? "POINT" : "POLYLINE";
        return new ScoordItem(name, graphicType, shape.onPicture(grid), image);
    }
}
