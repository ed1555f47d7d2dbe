package org.tandem.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** The code-blocks of one sub-band in a precinct, with the tag trees that tell of them (15444-1 B.7, B.10). */
final class PrecinctBand {

    private final TagTree inclusion;
    private final TagTree missingPlanes;
    private final List<CodeBlock> blocks;

    /** Divides an area of the sub-band, on the grid of code-blocks of these exponents of two. */
    PrecinctBand(Area area, int blockWidth, int blockHeight) {
        if (area.isEmpty()) {
            blocks = List.of();
            inclusion = new TagTree(0, 0);
            missingPlanes = new TagTree(0, 0);
            return;
        }
        int left = area.x0() >> blockWidth;
        int top = area.y0() >> blockHeight;
        int right = (area.x1() - 1 >> blockWidth) + 1;
        int bottom = (area.y1() - 1 >> blockHeight) + 1;
        List<CodeBlock> all = new ArrayList<>((right - left) * (bottom - top));
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                Area cell = new Area(x << blockWidth, y << blockHeight, end(x, blockWidth), end(y, blockHeight));
                all.add(new CodeBlock(cell.intersection(area)));
            }
        }
        blocks = List.copyOf(all);
        inclusion = new TagTree(right - left, bottom - top);
        missingPlanes = new TagTree(right - left, bottom - top);
    }

    private static int end(int index, int exponent) {
        return (int) Math.min((long) (index + 1) << exponent, Integer.MAX_VALUE);
    }

    /** Row by row. */
    List<CodeBlock> blocks() {
        return blocks;
    }

    /** Tells the layer in which each code-block first has a part. */
    TagTree inclusion() {
        return inclusion;
    }

    TagTree missingPlanes() {
        return missingPlanes;
    }
}
