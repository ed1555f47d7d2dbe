package org.tandem.volume;

import java.util.stream.IntStream;

/**
 * Where something was detected, in voxel indices of the source's grid with fractions: whole numbers are the centres of
 * voxels, the first voxel reaches from −0.5 to 0.5.
 */
public sealed interface Shape {

    /** The middle of it. */
    Vector3 centre();

    /** The same, so many voxels further. */
    Shape plus(Vector3 voxels);

    /** The slices of a grid that it reaches, ascending; at least the one that its middle lies in. */
    IntStream slices(Grid grid);

    /**
     * On the picture of a slice: columns and rows, in turn, from its upper left corner, where the centre of the first
     * pixel is at 0.5, kept within the picture. Of a point its place; of a box its outline, closed.
     */
    double[] onPicture(Grid grid);

    private static double[] fromCorner(Grid grid, Vector3 index) {
        return new double[] {
            Math.min(grid.size().x(), Math.max(0, index.x() + 0.5)),
            Math.min(grid.size().y(), Math.max(0, index.y() + 0.5))
        };
    }

    /** The slice that a height lies in; one beyond the grid lies in its first or last slice. */
    private static int slice(Grid grid, double z) {
        return (int) Math.min(grid.size().z() - 1, Math.max(0, Math.rint(z)));
    }

    record Point(Vector3 centre) implements Shape {

        @Override
        public Shape plus(Vector3 voxels) {
            return new Point(centre.plus(voxels));
        }

        @Override
        public IntStream slices(Grid grid) {
            return IntStream.of(slice(grid, centre.z()));
        }

        @Override
        public double[] onPicture(Grid grid) {
            return fromCorner(grid, centre);
        }
    }

    /** Edges along the axes of the grid; in a picture from −0.5 to 0.5 along z. */
    record Box(Vector3 from, Vector3 to) implements Shape {

        @Override
        public Shape plus(Vector3 voxels) {
            return new Box(from.plus(voxels), to.plus(voxels));
        }

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

        @Override
        public double[] onPicture(Grid grid) {
            double[] one = fromCorner(grid, from);
            double[] other = fromCorner(grid, to);
            return new double[] {one[0], one[1], other[0], one[1], other[0], other[1], one[0], other[1], one[0], one[1]
            };
        }
    }
}
