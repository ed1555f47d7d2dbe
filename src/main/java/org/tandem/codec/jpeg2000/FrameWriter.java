package org.tandem.codec.jpeg2000;

import java.util.List;
import org.tandem.codec.frame.DecodedFrame;

/** Puts the tiles together into a frame, in the bits that each component has (15444-1 G.1.2). Not thread-safe. */
final class FrameWriter {

    private final ImageSize size;
    private final Area full;
    private final int[] samples;

    FrameWriter(ImageSize size) {
        this.size = size;
        this.full = size.full();
        ImageSize.Component first = size.components().get(0);
        for (ImageSize.Component component : size.components()) {
            if (component.signed() != first.signed()) {
                throw Refusals.refused("components", "signed and unsigned ones", "one kind");
            }
        }
        this.samples = new int[full.count() * size.components().size()];
    }

    DecodedFrame frame() {
        int bits = size.components().stream()
                .mapToInt(ImageSize.Component::bits)
                .max()
                .orElse(1);
        return new DecodedFrame(bits, size.components().get(0).signed(), samples);
    }

    void write(List<TileComponent> components, List<Plane> planes) {
        for (int i = 0; i < planes.size(); i++) {
            int[] values = planes.get(i).rounded();
            limit(values, size.components().get(i));
            write(components.get(i), values, i);
        }
    }

    private static void limit(int[] values, ImageSize.Component component) {
        int shift = component.signed() ? 0 : 1 << component.bits() - 1;
        int least = component.signed() ? -(1 << component.bits() - 1) : 0;
        int greatest = least + (1 << component.bits()) - 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(Math.max(values[i] + shift, least), greatest);
        }
    }

    /** Where a component is coarser than the frame, each of its samples stands for all that it covers. */
    private void write(TileComponent component, int[] values, int index) {
        Area area = component.area();
        if (area.isEmpty()) {
            return;
        }
        int dx = component.dx() / size.finestDx();
        int dy = component.dy() / size.finestDy();
        Area target = component.tile().subsampled(size.finestDx(), size.finestDy());
        int step = size.components().size();
        for (int y = target.y0(); y < target.y1(); y++) {
            int to = ((y - full.y0()) * full.width() + target.x0() - full.x0()) * step + index;
            int from = (within(y / dy, area.y0(), area.y1()) - area.y0()) * area.width();
            if (dx == 1) {
                writeRow(values, from, to, target.width());
            } else {
                for (int x = target.x0(); x < target.x1(); x++, to += step) {
                    samples[to] = values[from + within(x / dx, area.x0(), area.x1()) - area.x0()];
                }
            }
        }
    }

    /** Samples at the left and upper border may have no coarser one that begins with them. */
    private static int within(int at, int start, int end) {
        return Math.min(Math.max(at, start), end - 1);
    }

    private void writeRow(int[] values, int from, int to, int count) {
        int step = size.components().size();
        for (int i = 0; i < count; i++) {
            samples[to + i * step] = values[from + i];
        }
    }
}
