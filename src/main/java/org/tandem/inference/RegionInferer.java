package org.tandem.inference;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;
import org.tandem.inference.decode.Found;
import org.tandem.inference.input.Exam;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Manifest;
import org.tandem.model.Region;
import org.tandem.volume.Crop;
import org.tandem.volume.Mask;
import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Shows a model the part of an exam that another model found, as a block of the exam's own voxels, and brings what it
 * says of that back: no voxel is interpolated on the way. Where the other model finds nothing, this one is refused:
 * silence would be read as an answer.
 *
 * @param inner the model
 * @param finder the other model
 */
record RegionInferer(Inferer inner, Inferer finder, Manifest manifest) implements Inferer {

    @Override
    public Prediction infer(Exam exam) {
        Region region = manifest.region().orElseThrow();
        Found found = new Found(region, finder.infer(exam));
        Crop crop = Crop.around(exam.volume().grid(), box(found), region.marginMm());
        Exam part = new Exam(
                part(exam.volume(), crop, found),
                exam.colour().stream().map(volume -> part(volume, crop, found)).toList());
        return new Restoring(crop).of(inner.infer(part));
    }

    private Shape.Box box(Found found) {
        List<Shape.Box> boxes = found.boxes();
        return boxes.stream()
                .reduce(RegionInferer::around)
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE,
                        "Region of " + found.region().model() + ": got nothing found, expected "
                                + (found.region().labels().isEmpty()
                                        ? "something"
                                        : found.region().labels().toString())));
    }

    private static Shape.Box around(Shape.Box one, Shape.Box other) {
        return new Shape.Box(
                new Vector3(
                        Math.min(one.from().x(), other.from().x()),
                        Math.min(one.from().y(), other.from().y()),
                        Math.min(one.from().z(), other.from().z())),
                new Vector3(
                        Math.max(one.to().x(), other.to().x()),
                        Math.max(one.to().y(), other.to().y()),
                        Math.max(one.to().z(), other.to().z())));
    }

    private static Volume part(Volume volume, Crop crop, Found found) {
        if (found.region().outside().isEmpty()) {
            return crop.of(volume);
        }
        float outside = found.region().outside().get().floatValue();
        BitSet inside = found.voxels();
        float[] values = volume.voxels().clone();
        for (int i = inside.nextClearBit(0); i < values.length; i = inside.nextClearBit(i + 1)) {
            values[i] = outside;
        }
        return crop.of(new Volume(volume.grid(), values));
    }

    /** What the other model found of that which is meant. */
    private record Found(Region region, Prediction said) {

        List<Shape.Box> boxes() {
            Stream<Shape.Box> places = said.outputs().stream()
                    .filter(OutputPrediction.Detection.class::isInstance)
                    .flatMap(output -> ((OutputPrediction.Detection) output).places().stream())
                    .filter(place -> isMeant(place.meaning().label()))
                    .map(place -> box(place.shape()));
            return Stream.concat(masks().map(Mask::box), places).toList();
        }

        /** Of masks alone: a box says of no voxel whether it is in. */
        BitSet voxels() {
            BitSet voxels = new BitSet();
            masks().forEach(mask -> voxels.or(mask.voxels()));
            return voxels;
        }

        private Stream<Mask> masks() {
            return said.outputs().stream()
                    .filter(OutputPrediction.Segmentation.class::isInstance)
                    .flatMap(output -> ((OutputPrediction.Segmentation) output).segments().stream())
                    .filter(segment -> isMeant(segment.segment().label()))
                    .map(PredictedSegment::mask)
                    .filter(mask -> !mask.isEmpty());
        }

        private boolean isMeant(String label) {
            return region.labels().isEmpty() || region.labels().contains(label);
        }

        private static Shape.Box box(Shape shape) {
            return shape instanceof Shape.Box box ? box : new Shape.Box(shape.centre(), shape.centre());
        }
    }
}
