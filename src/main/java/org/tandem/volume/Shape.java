package org.tandem.volume;

import java.util.stream.IntStream;

/**
 * Where something was detected, in voxel indices of the source's grid with fractions: whole numbers are the centres of
 * voxels, the first voxel reaches from −0.5 to 0.5.
 */
public sealed interface Shape {

    /** The middle of it. */
    Vector3 centre();

    /** The slices of a grid that it reaches, ascending; at least the one that its middle lies in. */
    IntStream slices(Grid grid);

    /** The slice that a height lies in; one beyond the grid lies in its first or last slice. */
    private static int slice(Grid grid, double z) {
        return (int) Math.min(grid.size().z() - 1, Math.max(0, Math.rint(z)));
    }

    record Point(Vector3 centre) implements Shape {

        @Override
        public IntStream slices(Grid grid) {
            return IntStream.of(slice(grid, centre.z()));
        }
    }

    /** Edges along the axes of the grid; in a picture from −0.5 to 0.5 along z. */
    record Box(Vector3 from, Vector3 to) implements Shape {

        @Override
        public Vector3 centre() {
            return from.plus(to).times(0.5);
        }

        @Override
        public IntStream slices(Grid grid) {
            int middle = slice(grid, centre().z());
            int first = Math.min(middle, slice(grid, Math.ceil(from.z())));
            int last = Math.max(middle, slice(grid, Math.floor(to.z())));
            return IntStream.rangeClosed(first, last);
        }
    }
}
