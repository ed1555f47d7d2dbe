package org.tandem.volume;

/**
 * Where something was detected, in voxel indices of the source's grid with fractions: whole numbers are the centres of
 * voxels, the first voxel reaches from −0.5 to 0.5.
 */
public sealed interface Shape {

    /** The middle of it. */
    Vector3 centre();

    record Point(Vector3 centre) implements Shape {}

    /** Edges along the axes of the grid; in a picture from −0.5 to 0.5 along z. */
    record Box(Vector3 from, Vector3 to) implements Shape {

        @Override
        public Vector3 centre() {
            return from.plus(to).times(0.5);
        }
    }
}
