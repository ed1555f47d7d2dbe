package org.tandem.result.show;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tandem.picture.Layer;
import org.tandem.picture.Panel;
import org.tandem.picture.Sides;
import org.tandem.picture.View;
import org.tandem.result.read.FramePlane;
import org.tandem.result.read.ReferencedFrame;

/**
 * What a result is drawn on: a frame of an image, or nothing but black.
 *
 * @param references what results may call it by; none of black
 * @param plane where it lies, if that is known
 * @param picture decoded when it is asked for
 */
record Backdrop(
        List<ReferencedFrame> references, int columns, int rows, Optional<FramePlane> plane, Supplier<View> picture) {

    Backdrop {
        references = List.copyOf(references);
    }

    static Backdrop black(int columns, int rows, Optional<FramePlane> plane, List<ReferencedFrame> references) {
        return new Backdrop(
                references,
                columns,
                rows,
                plane,
                () -> new View(
                        new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB),
                        plane.map(Backdrop::pixelSize).orElse(View.PixelSize.SQUARE),
                        plane.map(Backdrop::sides)));
    }

    static View.PixelSize pixelSize(FramePlane plane) {
        return new View.PixelSize(plane.columnSpacingMm(), plane.rowSpacingMm(), true);
    }

    static Sides sides(FramePlane plane) {
        return Sides.of(plane.right(), plane.down());
    }

    boolean isCalled(ReferencedFrame reference) {
        return references.stream().anyMatch(reference::covers);
    }

    /** Its height along the normal of its plane; 0 of what has none. */
    double heightMm() {
        return plane.map(FramePlane::heightMm).orElse(0.0);
    }

    Panel panel(String caption, List<Layer> layers) {
        return new Panel(picture.get(), layers, caption);
    }
}
