package org.tandem.inference.candidate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Resampling;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Looks for bright blobs in lungs, at several sizes. Made to miss little: what is a nodule and what a vessel's bend is
 * for a network to say.
 *
 * @param smallestMm least diameter
 * @param largestMm greatest diameter
 * @param max most of them, the most conspicuous ones
 */
public record LungNodules(double smallestMm, double largestMm, int max) {

    /** Voxels to search in: two across the smallest nodule that is reported (3 mm). */
    private static final double SEARCH_SPACING_MM = 1.5;

    /** Each 1.8 times as large as the one before, from 3 to 30 mm: 3, 5.3, 9.5, 17, 30. */
    private static final int SIZES = 5;

    /** A ball of this diameter over the width of the Gaussian answers most (Li, Sone and Doi). */
    private static final double DIAMETER_PER_SIGMA = 4;

    /** Air is −1000 HU and below; bone and metal are no brighter for a nodule than soft tissue is. */
    private static final float LOWEST_HU = -1000;

    private static final float HIGHEST_HU = 200;

    /** Blobs of a CT in HU, the most conspicuous first; nothing where there is no lung to search. */
    public Optional<List<Blob>> in(Volume ct) {
        Grid grid = ct.grid().withSpacingNear(new Vector3(SEARCH_SPACING_MM, SEARCH_SPACING_MM, SEARCH_SPACING_MM));
        Volume volume = clamped(Resampling.linear(ct, grid, LOWEST_HU));
        Mask lungs = LungMask.of(volume);
        if (lungs.isEmpty()) {
            return Optional.empty();
        }
        List<Blob> blobs = new ArrayList<>();
        sizes().forEach(diameter -> blobs.addAll(blobs(volume, lungs, diameter)));
        return Optional.of(apart(blobs));
    }

    /** From the smallest to the largest, each so many times as large as the one before. */
    private DoubleStream sizes() {
        double factor = Math.pow(largestMm / smallestMm, 1.0 / (SIZES - 1));
        return DoubleStream.iterate(smallestMm, size -> size * factor).limit(SIZES);
    }

    private static Volume clamped(Volume volume) {
        float[] values = volume.voxels().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(LOWEST_HU, Math.min(HIGHEST_HU, values[i]));
        }
        return new Volume(volume.grid(), values);
    }

    /** Voxels of the lungs that are more like a ball of this size than all their neighbours. */
    private static List<Blob> blobs(Volume volume, Mask lungs, double diameterMm) {
        Grid grid = volume.grid();
        Size size = grid.size();
        double sigma = diameterMm / DIAMETER_PER_SIGMA / SEARCH_SPACING_MM;
        DotFilter filter = new DotFilter(Gaussian.blur(volume.voxels(), size, sigma), size, sigma);
        float[] answers = new float[size.voxels()];
        lungs.voxels().stream()
                .filter(filter::isInside)
                .parallel()
                .forEach(voxel -> answers[voxel] = (float) filter.at(voxel));
        List<Blob> blobs = new ArrayList<>();
        lungs.voxels().stream()
                .filter(filter::isInside)
                .filter(voxel -> answers[voxel] > 0 && isPeak(answers, voxel, size))
                .forEach(voxel -> blobs.add(new Blob(centre(grid, voxel), diameterMm, answers[voxel])));
        return blobs;
    }

    private static Vector3 centre(Grid grid, int voxel) {
        int row = voxel / grid.size().x();
        int slice = row / grid.size().y();
        return grid.toPatient(
                new Vector3(voxel % grid.size().x(), row % grid.size().y(), slice));
    }

    private static boolean isPeak(float[] answers, int voxel, Size size) {
        int slice = size.x() * size.y();
        for (int z = -slice; z <= slice; z += slice) {
            for (int y = -size.x(); y <= size.x(); y += size.x()) {
                for (int x = -1; x <= 1; x++) {
                    if (answers[voxel + x + y + z] > answers[voxel]) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** One for each place: where blobs of several sizes touch, the most conspicuous. */
    private List<Blob> apart(List<Blob> blobs) {
        List<Blob> kept = new ArrayList<>();
        for (Blob blob : blobs.stream()
                .sorted(Comparator.comparingDouble(Blob::strength).reversed())
                .toList()) {
            boolean alone = kept.stream()
                    .noneMatch(other -> other.centre().minus(blob.centre()).length()
                            < (other.diameterMm() + blob.diameterMm()) / 2);
            if (alone) {
                kept.add(blob);
            }
            if (kept.size() == max) {
                break;
            }
        }
        return kept;
    }
}
