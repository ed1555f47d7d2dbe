package org.tandem.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.tandem.codec.frame.FrameShape;

/**
 * Image and tile size, SIZ (15444-1 A.5.1).
 *
 * @param image on the reference grid
 * @param firstTile on the reference grid, whole, not cut to the image
 */
record ImageSize(Area image, Area firstTile, List<Component> components) {

    /** Deepest sample: with the bits that transforms add, magnitudes still fit into an int. */
    private static final int MAX_BITS = 26;

    private static final int MAX_TILES = 65_535;

    /**
     * A component.
     *
     * @param dx columns of the reference grid from one sample to the next
     * @param dy rows of it
     */
    record Component(int bits, boolean signed, int dx, int dy) {}

    ImageSize {
        components = List.copyOf(components);
    }

    /** Reads the parameters and holds them to the frame before anything else is read. */
    static ImageSize read(ByteInput in, FrameShape shape) {
        int offset = in.position();
        in.u16("Rsiz");
        int x1 = in.size("Xsiz");
        int y1 = in.size("Ysiz");
        Area image = new Area(in.size("XOsiz"), in.size("YOsiz"), x1, y1);
        int tileWidth = in.size("XTsiz");
        int tileHeight = in.size("YTsiz");
        int tileX = in.size("XTOsiz");
        int tileY = in.size("YTOsiz");
        Area tile = new Area(tileX, tileY, sum(tileX, tileWidth), sum(tileY, tileHeight));
        ImageSize size = new ImageSize(image, tile, components(in));
        size.requireSense(offset);
        shape.require("JPEG 2000", size.full().height(), size.full().width(), size.components.size());
        return size;
    }

    private static int sum(int start, int length) {
        return (int) Math.min((long) start + length, Integer.MAX_VALUE);
    }

    private static List<Component> components(ByteInput in) {
        int count = in.u16("Csiz");
        if (count < 1 || in.remaining() < 3 * count) {
            throw Refusals.refused("components in SIZ", in.position(), count, "1 to " + in.remaining() / 3);
        }
        List<Component> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int depth = in.u8("Ssiz");
            int bits = (depth & 0x7F) + 1;
            int dx = in.u8("XRsiz");
            int dy = in.u8("YRsiz");
            if (bits > MAX_BITS || dx == 0 || dy == 0) {
                String got = bits + " bits, subsampled by " + dx + " and " + dy;
                throw Refusals.refused(
                        "component in SIZ", in.position() - 3, got, "1 to " + MAX_BITS + " bits, 1 to 255");
            }
            components.add(new Component(bits, depth > 0x7F, dx, dy));
        }
        return components;
    }

    private void requireSense(int offset) {
        boolean tileMeetsImage = firstTile.x0() <= image.x0()
                && firstTile.y0() <= image.y0()
                && firstTile.x1() > image.x0()
                && firstTile.y1() > image.y0();
        if (image.isEmpty() || firstTile.isEmpty() || !tileMeetsImage) {
            throw Refusals.refused(
                    "SIZ",
                    offset,
                    "image " + image + " and first tile " + firstTile,
                    "a first tile that meets the image");
        }
        if ((long) tilesAcross() * tilesDown() > MAX_TILES) {
            throw Refusals.refused(
                    "SIZ", offset, tilesAcross() + " by " + tilesDown() + " tiles", "at most " + MAX_TILES);
        }
    }

    int tilesAcross() {
        return Area.ceilDiv(image.x1() - firstTile.x0(), firstTile.width());
    }

    int tilesDown() {
        return Area.ceilDiv(image.y1() - firstTile.y0(), firstTile.height());
    }

    /** A tile on the reference grid (B-7 to B-10). */
    Area tile(int index) {
        int x = firstTile.x0() + index % tilesAcross() * firstTile.width();
        int y = firstTile.y0() + index / tilesAcross() * firstTile.height();
        return new Area(x, y, sum(x, firstTile.width()), sum(y, firstTile.height())).intersection(image);
    }

    /** The image on the grid of its finest component: the size of the frame. */
    Area full() {
        return image.subsampled(finestDx(), finestDy());
    }

    int finestDx() {
        return components.stream().mapToInt(Component::dx).min().orElse(1);
    }

    int finestDy() {
        return components.stream().mapToInt(Component::dy).min().orElse(1);
    }
}
