package org.tandem.result.pr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;

/**
 * The edge of a mask in one slice: closed lines along the borders of pixels, clockwise around what is in, anticlockwise
 * around holes. Pixels that touch at a corner only are two. Filling the lines gives the mask again, to the pixel.
 *
 * <p>Every border between a pixel and what is not in the mask is an edge from one corner of the pixel to the next, with
 * the pixel to its right. A line follows edges, turning right where it can, until it is back.
 */
final class Outline {

    /** East, south, west, north, each the next to the right of the one before. */
    private static final int[] DX = {1, 0, -1, 0};

    private static final int[] DY = {0, 1, 0, -1};

    private final int corners;
    private final BitSet[] edges = {new BitSet(), new BitSet(), new BitSet(), new BitSet()};

    private Outline(int corners) {
        this.corners = corners;
    }

    /** Columns and rows of the corners of each line, in turn, from the upper left corner of the picture. */
    static List<int[]> of(Mask mask, int z) {
        Size size = mask.grid().size();
        Outline outline = new Outline(size.x() + 1);
        int first = size.offset(0, 0, z);
        int last = first + size.x() * size.y();
        BitSet voxels = mask.voxels();
        for (int voxel = voxels.nextSetBit(first); voxel >= 0 && voxel < last; voxel = voxels.nextSetBit(voxel + 1)) {
            int x = (voxel - first) % size.x();
            int y = (voxel - first) / size.x();
            outline.add(0, x, y, y > 0 && voxels.get(voxel - size.x()));
            outline.add(1, x + 1, y, x + 1 < size.x() && voxels.get(voxel + 1));
            outline.add(2, x + 1, y + 1, y + 1 < size.y() && voxels.get(voxel + size.x()));
            outline.add(3, x, y + 1, x > 0 && voxels.get(voxel - 1));
        }
        return outline.lines();
    }

    private void add(int direction, int x, int y, boolean neighbourIn) {
        if (!neighbourIn) {
            edges[direction].set(y * corners + x);
        }
    }

    private List<int[]> lines() {
        List<int[]> lines = new ArrayList<>();
        for (int corner = edges[0].nextSetBit(0); corner >= 0; corner = edges[0].nextSetBit(corner)) {
            lines.add(line(corner));
        }
        return lines;
    }

    /** Takes the edges of one line away; every line has an edge to the east. */
    private int[] line(int start) {
        int[] points = new int[16];
        int count = 0;
        int corner = start;
        int direction = -1;
        for (int next = 0; next >= 0; next = next(corner, direction)) {
            if (next != direction) {
                points = count + 2 > points.length ? Arrays.copyOf(points, 2 * points.length) : points;
                points[count++] = corner % corners;
                points[count++] = corner / corners;
            }
            edges[next].clear(corner);
            corner += DX[next] + DY[next] * corners;
            direction = next;
        }
        points = Arrays.copyOf(points, count + 2);
        points[count] = points[0];
        points[count + 1] = points[1];
        return points;
    }

    /** The direction of the edge that goes on from a corner: right, straight on or left; −1 back at the start. */
    private int next(int corner, int direction) {
        for (int turn : new int[] {1, 0, 3}) {
            int next = (direction + turn) % 4;
            if (edges[next].get(corner)) {
                return next;
            }
        }
        return -1;
    }
}
