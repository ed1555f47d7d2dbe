package org.tandem.model;

import java.util.Optional;
import org.tandem.volume.Size;

/** How a network is applied to a volume. */
public sealed interface Technique {

    /** The same, giving the network so many windows or slices at once, or more where it does so already. */
    Technique withBatchOfAtLeast(int count);

    /** Once, to all of it. */
    record WholeVolume() implements Technique {
        @Override
        public Technique withBatchOfAtLeast(int count) {
            return this;
        }
    }

    /**
     * Window by window, the answers blended where windows overlap.
     *
     * @param window voxels of a window (x, y, z of the tensor's grid); one slice for a network that sees slices
     * @param overlap share of a window that the next one covers again, 0 to below 1
     * @param blend weight of each voxel's answer in its window
     * @param batch windows that are given to the network at once, at most
     */
    record SlidingWindow(Size window, double overlap, Blend blend, int batch) implements Technique {
        @Override
        public Technique withBatchOfAtLeast(int count) {
            return new SlidingWindow(window, overlap, blend, Math.max(batch, count));
        }
    }

    /**
     * Slice by slice, for networks that see slices or pictures.
     *
     * @param neighbours slices on each side that come along as channels of their own ("2.5D"), the outermost slice
     *     repeated beyond the ends
     * @param batch slices that are given to the network at once, at most
     */
    record SliceWise(int neighbours, int batch) implements Technique {
        @Override
        public Technique withBatchOfAtLeast(int count) {
            return new SliceWise(neighbours, Math.max(batch, count));
        }
    }

    /**
     * Only where something stands out: in a CT of the chest, bright blobs in the lungs; each is shown to a network for
     * pictures, and what the network's classification says of it becomes a detection. A picture alone is shown as it
     * is.
     *
     * @param blobs what is looked for
     * @param fieldOfViewMm edge of the square about the blob's middle, in the plane of the slices, that the network
     *     sees of it; empty: as many of the scanner's own pixels as the network wants
     * @param line from where on a blob is marked; empty: where its class has its own
     * @param batch blobs that are given to the network at once, at most
     */
    record Candidates(Blobs blobs, Optional<Double> fieldOfViewMm, Optional<OperatingPoint> line, int batch)
            implements Technique {
        @Override
        public Technique withBatchOfAtLeast(int count) {
            return new Candidates(blobs, fieldOfViewMm, line, Math.max(batch, count));
        }
    }

    /**
     * Blobs that are worth a look.
     *
     * @param smallestMm least diameter
     * @param largestMm greatest diameter
     * @param max most of them, the most conspicuous ones
     */
    record Blobs(double smallestMm, double largestMm, int max) {}

    /** How the answers of windows are weighted. */
    enum Blend {
        /** All alike. */
        CONSTANT,
        /** The middle of a window counts most: Gaussian with a sigma of an eighth of the window. */
        GAUSSIAN
    }
}
