package org.tandem.codec.jpeg2000;

import java.util.List;

/** Makes red, green and blue of the first three components (15444-1 Annex G), in place. */
final class ColourTransform {

    private static final float RED_OF_CR = 1.402f;
    private static final float GREEN_OF_CB = -0.344_136f;
    private static final float GREEN_OF_CR = -0.714_136f;
    private static final float BLUE_OF_CB = 1.772f;

    private ColourTransform() {}

    static void undo(List<Plane> planes) {
        boolean three = planes.size() >= 3
                && planes.get(0).count() == planes.get(1).count()
                && planes.get(0).count() == planes.get(2).count();
        boolean alike = three
                && planes.get(0).reversible() == planes.get(1).reversible()
                && planes.get(0).reversible() == planes.get(2).reversible();
        if (!alike) {
            throw Refusals.refused(
                    "component transform", planes.size() + " components", "at least 3, the first 3 alike");
        }
        if (planes.get(0).reversible()) {
            undo(
                    planes.get(0).integers(),
                    planes.get(1).integers(),
                    planes.get(2).integers());
        } else {
            undo(planes.get(0).reals(), planes.get(1).reals(), planes.get(2).reals());
        }
    }

    /** The reversible transform, RCT (G.2.2). */
    private static void undo(int[] first, int[] second, int[] third) {
        for (int i = 0; i < first.length; i++) {
            int green = first[i] - (second[i] + third[i] >> 2);
            first[i] = third[i] + green;
            third[i] = second[i] + green;
            second[i] = green;
        }
    }

    /** The irreversible transform, ICT (G.3.2). */
    private static void undo(float[] first, float[] second, float[] third) {
        for (int i = 0; i < first.length; i++) {
            float luma = first[i];
            float cb = second[i];
            float cr = third[i];
            first[i] = luma + RED_OF_CR * cr;
            second[i] = luma + GREEN_OF_CB * cb + GREEN_OF_CR * cr;
            third[i] = luma + BLUE_OF_CB * cb;
        }
    }
}
