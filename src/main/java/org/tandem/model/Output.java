package org.tandem.model;

import java.util.List;
import java.util.Optional;

/** One output of a network, and what it means. */
public sealed interface Output {

    /** Name of the output in the signature. */
    String tensor();

    /** What it tells of, in the manifest's order. */
    List<Meaning> meanings();

    /** What is still to be applied, and to which tensor. */
    default Activated activated() {
        return new Activated(tensor(), Activation.NONE);
    }

    /** A tensor and what is to be applied to it. */
    record Activated(String tensor, Activation activation) {}

    /**
     * Probabilities for each voxel and channel.
     *
     * @param segments what each channel is
     * @param measurements the quantities to report of each segment
     */
    record Segmentation(String tensor, Cut cut, List<Segment> segments, List<Measurement> measurements)
            implements Output {
        public Segmentation {
            segments = List.copyOf(segments);
            measurements = List.copyOf(measurements);
        }

        public double threshold() {
            return cut.threshold();
        }

        @Override
        public List<Meaning> meanings() {
            return segments.stream().map(Segment::meaning).toList();
        }

        @Override
        public Activated activated() {
            return new Activated(tensor, cut.activation());
        }
    }

    /**
     * How probabilities become masks.
     *
     * @param exclusive a voxel belongs to the channel that is most probable there, whether that is a segment or not;
     *     otherwise segments may overlap
     * @param threshold a voxel belongs to the segment where its probability is at least so high; not asked where
     *     segments are exclusive
     * @param keep which of the voxels stay
     */
    record Cut(Activation activation, boolean exclusive, double threshold, Keep keep) {}

    /** Which parts of a mask are kept. */
    enum Keep {
        ALL,
        LARGEST_COMPONENT
    }

    /** Probabilities of classes of the source as a whole. */
    record Classification(String tensor, Scoring scoring, List<LabelledClass> classes) implements Output {
        public Classification {
            classes = List.copyOf(classes);
        }

        @Override
        public List<Meaning> meanings() {
            return classes.stream().map(LabelledClass::meaning).toList();
        }

        @Override
        public Activated activated() {
            return new Activated(tensor, scoring.activation());
        }
    }

    /**
     * How scores are to be read.
     *
     * @param conformal which classes together hold the true one, where that was measured
     */
    record Scoring(
            Activation activation,
            Choice choice,
            Pooling pooling,
            Calibration calibration,
            Optional<Conformal> conformal) {

        /** Without sets. */
        public Scoring(Activation activation, Choice choice, Pooling pooling, Calibration calibration) {
            this(activation, choice, pooling, calibration, Optional.empty());
        }
    }

    /** How classes exclude each other. */
    enum Choice {
        /** Not at all: each is there or not. */
        MULTI_LABEL,
        /** One of them is true: the most probable one, or what reaches its threshold where it has one. */
        MULTI_CLASS,
        /**
         * One of them is true, and they have an order: the median of their distribution. As many channels as classes
         * are their probabilities; one channel less, the probabilities that the class is a higher one than the first,
         * than the second, and so on (doi:10.1016/j.patrec.2020.11.008).
         */
        ORDINAL
    }

    /** What several slices or windows say together. */
    enum Pooling {
        MAX,
        MEAN
    }

    /** Things at places. */
    record Detection(String tensor, Places places, Selection selection, List<Sought> classes) implements Output {
        public Detection {
            classes = List.copyOf(classes);
        }

        @Override
        public List<Meaning> meanings() {
            return classes.stream().map(Sought::meaning).toList();
        }

        @Override
        public Activated activated() {
            return new Activated(places.scores().orElse(tensor), selection.activation());
        }
    }

    /**
     * Which of the places are reported.
     *
     * @param overlap intersection over union from which on the less probable of two boxes of one class goes
     * @param max most of them, the most probable ones
     */
    record Selection(Activation activation, OperatingPoint operatingPoint, double overlap, int max) {}

    /** Numbers about the source as a whole. */
    record Regression(String tensor, Pooling pooling, List<Quantity> quantities) implements Output {
        public Regression {
            quantities = List.copyOf(quantities);
        }

        @Override
        public List<Meaning> meanings() {
            return quantities.stream().map(Quantity::meaning).toList();
        }
    }
}
