package org.tandem.codec.jpeg2000;

import java.util.Arrays;

/** A tag tree: least values of a grid, told coarse to fine (15444-1 B.10.2). Not thread-safe. */
final class TagTree {

    private static final int UNKNOWN = Integer.MAX_VALUE;

    /** Of a node its parent's number; the root is its own. Nodes stand level by level, the leaves first. */
    private final int[] parents;

    private final int[] values;
    /** Of a node the bound below which its value is known not to be. */
    private final int[] bounds;

    private final int[] path;

    TagTree(int width, int height) {
        int count = 0;
        int levels = 0;
        for (int w = width, h = height; ; w = (w + 1) / 2, h = (h + 1) / 2) {
            count += w * h;
            levels++;
            if (w * h <= 1) {
                break;
            }
        }
        parents = new int[count];
        values = new int[count];
        bounds = new int[count];
        path = new int[levels];
        Arrays.fill(values, UNKNOWN);
        link(width, height);
    }

    private void link(int width, int height) {
        int start = 0;
        int w = width;
        int h = height;
        while (w * h > 1) {
            int next = start + w * h;
            int nextWidth = (w + 1) / 2;
            for (int node = start; node < next; node++) {
                int x = (node - start) % w;
                int y = (node - start) / w;
                parents[node] = next + y / 2 * nextWidth + x / 2;
            }
            start = next;
            w = nextWidth;
            h = (h + 1) / 2;
        }
        if (start < parents.length) {
            parents[start] = start;
        }
    }

    /** Reads until it is known whether a leaf's value is below a threshold; tells that. */
    boolean isBelow(PacketBits bits, int leaf, int threshold) {
        int depth = 0;
        for (int node = leaf; ; node = parents[node]) {
            path[depth++] = node;
            if (parents[node] == node) {
                break;
            }
        }
        int bound = 0;
        while (depth > 0) {
            int node = path[--depth];
            bound = Math.max(bound, bounds[node]);
            while (bound < threshold && values[node] == UNKNOWN) {
                if (bits.bit() == 1) {
                    values[node] = bound;
                } else {
                    bound++;
                }
            }
            bounds[node] = bound;
        }
        return values[leaf] < threshold;
    }

    /** Reads a leaf's whole value; a value at the limit or above is told as the limit. */
    int value(PacketBits bits, int leaf, int limit) {
        int threshold = 1;
        while (threshold <= limit && !isBelow(bits, leaf, threshold)) {
            threshold++;
        }
        return threshold - 1;
    }
}
