package org.tandem.volume;

import java.util.Locale;
import org.tandem.dicom.TandemException;

/**
 * Which way the three axes of an array point in the patient, as three letters: the directions in which the slowest, the
 * middle and the fastest index increase (z, y, x of a {@link Grid}). L or R, P or A, S or I, each pair once.
 *
 * <p>"SPL" is the order of axial slices that are stacked towards the head: z to the head, rows to the back, columns to
 * the left.
 */
public record Orientation(String letters) {

    public Orientation {
        letters = letters.toUpperCase(Locale.ROOT);
        if (!letters.matches("[LRPASI]{3}")
                || !letters.matches(".*[LR].*")
                || !letters.matches(".*[PA].*")
                || !letters.matches(".*[SI].*")) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Not an orientation: got \"" + letters
                            + "\", expected one of L or R, one of P or A, one of S or I, as in \"SPL\"");
        }
    }

    /**
     * The same voxels with the axes in another order or turned round, so that they point as nearly as they can as the
     * letters say. Nothing is interpolated: every voxel centre stays where it is.
     */
    public Grid of(Grid grid) {
        GridAxis[] axes = GridAxis.of(grid);
        GridAxis[] zyx = new GridAxis[3];
        boolean[] taken = new boolean[3];
        for (int i : clearestFirst(axes)) {
            Vector3 wanted = direction(letters.charAt(i));
            int best = nearest(axes, taken, wanted);
            taken[best] = true;
            zyx[i] = axes[best].direction().dot(wanted) < 0 ? axes[best].reversed() : axes[best];
        }
        Vector3 origin = grid.origin();
        for (GridAxis axis : zyx) {
            origin = origin.plus(axis.originShift());
        }
        return new Grid(
                new Size(zyx[2].count(), zyx[1].count(), zyx[0].count()),
                new Axes(zyx[2].direction(), zyx[1].direction(), zyx[0].direction()),
                new Vector3(zyx[2].spacingMm(), zyx[1].spacingMm(), zyx[0].spacingMm()),
                origin);
    }

    /** The letters in the order in which they are least in doubt, so that an oblique grid finds its best match. */
    private Integer[] clearestFirst(GridAxis[] axes) {
        Integer[] order = {0, 1, 2};
        java.util.Arrays.sort(
                order,
                java.util.Comparator.comparingDouble(
                        i -> -Math.abs(axes[nearest(axes, new boolean[3], direction(letters.charAt(i)))]
                                .direction()
                                .dot(direction(letters.charAt(i))))));
        return order;
    }

    private static int nearest(GridAxis[] axes, boolean[] taken, Vector3 wanted) {
        int best = -1;
        for (int i = 0; i < 3; i++) {
            if (!taken[i]
                    && (best < 0
                            || Math.abs(axes[i].direction().dot(wanted))
                                    > Math.abs(axes[best].direction().dot(wanted)))) {
                best = i;
            }
        }
        return best;
    }

    /** The patient direction (LPS) of a letter. */
    private static Vector3 direction(char letter) {
        return switch (letter) {
            case 'L' -> new Vector3(1, 0, 0);
            case 'R' -> new Vector3(-1, 0, 0);
            case 'P' -> new Vector3(0, 1, 0);
            case 'A' -> new Vector3(0, -1, 0);
            case 'S' -> new Vector3(0, 0, 1);
            default -> new Vector3(0, 0, -1);
        };
    }
}
