package org.tandem.evaluate;

import java.awt.Color;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.evaluate.data.Truth;
import org.tandem.picture.Layer;
import org.tandem.picture.Mark;
import org.tandem.picture.Plane;
import org.tandem.picture.VolumeSlices;
import org.tandem.volume.Mask;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;

/** What was predicted beside what is true, to be drawn over the images: the truth in blue, the other in orange. */
sealed interface Compared {

    Color TRUTH = new Color(0x56, 0xB4, 0xE9);
    Color PREDICTED = new Color(0xE6, 0x9F, 0x00);

    /** How wrong it is on each slice. */
    double[] errors(Size size);

    List<Layer> layers(Plane plane);

    /** Masks on the grid of the images; wrong are voxels that are in one of them only. */
    record Masks(Mask predicted, Mask truth) implements Compared {

        @Override
        public double[] errors(Size size) {
            double[] errors = new double[size.z()];
            BitSet either = (BitSet) predicted.voxels().clone();
            either.xor(truth.voxels());
            either.stream().forEach(voxel -> errors[voxel / (size.x() * size.y())]++);
            return errors;
        }

        @Override
        public List<Layer> layers(Plane plane) {
            return List.of(VolumeSlices.region(truth, plane, TRUTH), VolumeSlices.region(predicted, plane, PREDICTED));
        }
    }

    /**
     * Places and the marks that the model reports, with their probabilities. A place is as wrong as it was not found, a
     * mark that hits none as it was sure; it counts on the slice of its middle.
     */
    record Places(PairedPlaces pair) implements Compared {

        @Override
        public double[] errors(Size size) {
            double[] errors = new double[size.z()];
            for (int i = 0; i < pair.truth().places().size(); i++) {
                int z = slice(pair.truth().places().get(i).centre().z(), size);
                errors[z] = Math.max(errors[z], 1 - pair.found(i));
            }
            pair.strongestWrong().ifPresent(mark -> {
                int z = slice(mark.shape().centre().z(), size);
                errors[z] = Math.max(errors[z], mark.probability());
            });
            return errors;
        }

        private static int slice(double z, Size size) {
            return (int) Math.max(0, Math.min(size.z() - 1, Math.rint(z)));
        }

        @Override
        public List<Layer> layers(Plane plane) {
            int z = plane.cut().index();
            Stream<Mark> truth = pair.truth().places().stream()
                    .map(Places::shape)
                    .filter(place -> Mark.reaches(place, z))
                    .map(place -> Mark.of(place, plane, TRUTH, ""));
            Stream<Mark> predicted = pair.marks().stream()
                    .filter(mark -> mark.probability() >= pair.line() && Mark.reaches(mark.shape(), z))
                    .map(mark -> Mark.of(mark.shape(), plane, PREDICTED, text(mark.probability())));
            return Stream.<Layer>concat(truth, predicted).toList();
        }

        private static Shape shape(Truth.Place place) {
            return new Shape.Box(place.from(), place.to());
        }

        private static String text(double probability) {
            return String.format(Locale.ROOT, "%.2f", probability);
        }
    }

    /** The slice where most is wrong; the middle one where nothing is. */
    static int worstSlice(Size size, List<Compared> all) {
        double[] errors = new double[size.z()];
        for (Compared one : all) {
            double[] more = one.errors(size);
            IntStream.range(0, errors.length).forEach(z -> errors[z] += more[z]);
        }
        int most = size.z() / 2;
        for (int z = 0; z < errors.length; z++) {
            most = errors[z] > errors[most] ? z : most;
        }
        return most;
    }
}
