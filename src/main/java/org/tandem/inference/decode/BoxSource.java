package org.tandem.inference.decode;

import org.tandem.volume.Shape;

/** Boxes of one window, numbered, in voxels of the window from the outer edge of its first voxel. */
interface BoxSource {

    /** Numbers of a box in the tensor. */
    int numbers();

    /**
     * One box.
     *
     * @param values of the tensor
     * @param first where its numbers begin
     * @param box its number in the window
     */
    Shape.Box box(float[] values, int first, int box);
}
