package org.tandem.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Parts of a mask whose voxels touch by a face (6-connectivity). */
public final class ConnectedComponents {

    private final Size size;
    private final BitSet unvisited;
    private int[] queue = new int[1024];

    private ConnectedComponents(Mask mask) {
        this.size = mask.grid().size();
        this.unvisited = (BitSet) mask.voxels().clone();
    }

    /** The part with most voxels, of several such the first; an empty mask stays empty. */
    public static Mask largest(Mask mask) {
        ConnectedComponents components = new ConnectedComponents(mask);
        BitSet largest = new BitSet();
        int largestCount = 0;
        for (int seed = components.next(); seed >= 0; seed = components.next()) {
            int count = components.flood(seed);
            if (count > largestCount) {
                largest = components.flooded(count);
                largestCount = count;
            }
        }
        return new Mask(mask.grid(), largest);
    }

    /** The parts with at least so many voxels, in the order in which they begin. */
    public static List<Mask> atLeast(Mask mask, int voxels) {
        ConnectedComponents components = new ConnectedComponents(mask);
        List<Mask> parts = new ArrayList<>();
        for (int seed = components.next(); seed >= 0; seed = components.next()) {
            int count = components.flood(seed);
            if (count >= voxels) {
                parts.add(new Mask(mask.grid(), components.flooded(count)));
            }
        }
        return parts;
    }

    private int next() {
        return unvisited.nextSetBit(0);
    }

    /** Visits the part around the seed; its voxels are the first entries of the queue. */
    private int flood(int seed) {
        int count = 0;
        queue[count++] = seed;
        unvisited.clear(seed);
        int slice = size.x() * size.y();
        for (int head = 0; head < count; head++) {
            int voxel = queue[head];
            int x = voxel % size.x();
            int y = voxel / size.x() % size.y();
            int z = voxel / slice;
            count = visit(x > 0, voxel - 1, count);
            count = visit(x + 1 < size.x(), voxel + 1, count);
            count = visit(y > 0, voxel - size.x(), count);
            count = visit(y + 1 < size.y(), voxel + size.x(), count);
            count = visit(z > 0, voxel - slice, count);
            count = visit(z + 1 < size.z(), voxel + slice, count);
        }
        return count;
    }

    private int visit(boolean inGrid, int voxel, int count) {
        if (!inGrid || !unvisited.get(voxel)) {
            return count;
        }
        unvisited.clear(voxel);
        if (count == queue.length) {
            queue = Arrays.copyOf(queue, queue.length * 2);
        }
        queue[count] = voxel;
        return count + 1;
    }

    private BitSet flooded(int count) {
        BitSet set = new BitSet(size.voxels());
        for (int i = 0; i < count; i++) {
            set.set(queue[i]);
        }
        return set;
    }
}
