package org.tandem.result.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tandem.dicom.Code;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;

/** The value of a content item (PS3.3 C.17.3.2.1, Table C.17.3-7), by its Value Type. */
public sealed interface ItemValue {

    /** For people, on one line. */
    String text();

    /**
     * CONTAINER: nothing but what hangs below it.
     *
     * @param template Template Identifier, such as 1500
     */
    record Container(Optional<String> template) implements ItemValue {
        @Override
        public String text() {
            return template.map(id -> "(TID " + id + ")").orElse("");
        }
    }

    /** CODE. */
    record Coded(Code code) implements ItemValue {
        @Override
        public String text() {
            return code.meaning();
        }
    }

    /** TEXT, PNAME, DATE, TIME, DATETIME, UIDREF as they stand. */
    record Text(String value) implements ItemValue {
        @Override
        public String text() {
            return value.strip().replaceAll("\\p{Cntrl}+", " ");
        }

        /** Words of a report may name a patient. */
        @Override
        public String toString() {
            return "text of " + value.length() + " characters";
        }
    }

    /**
     * NUM.
     *
     * @param digits as written; empty where the value was not measured
     * @param qualifier why it was not measured, or its kind
     */
    record Measured(String digits, OptionalDouble value, Optional<Code> unit, Optional<Code> qualifier)
            implements ItemValue {
        @Override
        public String text() {
            String number = digits.isEmpty() ? "no value" : digits;
            return (number + " " + unit.map(Measured::symbol).orElse("")).strip()
                    + qualifier.map(why -> " (" + why.meaning() + ")").orElse("");
        }

        /** UCUM's own signs, where people read them; its brackets and braces are for machines. */
        private static String symbol(Code unit) {
            boolean forMachines = unit.value().matches(".*[\\[{].*");
            return unit.value().equals("1") ? "" : forMachines ? unit.meaning() : unit.value();
        }
    }

    /**
     * IMAGE, COMPOSITE, WAVEFORM.
     *
     * @param frames Referenced Frame Numbers; none for the whole instance
     * @param segments Referenced Segment Numbers of a segmentation
     */
    record Instance(Optional<Uid> sopClass, Uid sopInstance, List<Integer> frames, List<Integer> segments)
            implements ItemValue {
        public Instance {
            frames = List.copyOf(frames);
            segments = List.copyOf(segments);
        }

        /** What is referred to, a frame each. */
        public List<ReferencedFrame> references() {
            return frames.isEmpty()
                    ? List.of(new ReferencedFrame(sopInstance, java.util.OptionalInt.empty()))
                    : frames.stream()
                            .map(frame -> ReferencedFrame.of(sopInstance, frame))
                            .toList();
        }

        @Override
        public String text() {
            return sopClass.map(SopClasses::name).orElse("instance") + " " + sopInstance + numbered(", frame ", frames)
                    + numbered(", segment ", segments);
        }

        private static String numbered(String what, List<Integer> numbers) {
            return numbers.isEmpty() ? "" : what + numbers.toString().replaceAll("[\\[\\]]", "");
        }
    }

    /**
     * SCOORD or SCOORD3D.
     *
     * @param graphicType POINT, MULTIPOINT, POLYLINE, CIRCLE, ELLIPSE; in space also POLYGON, ELLIPSOID
     * @param points columns and rows, 0.0 at the corner of the first pixel; or mm in space, LPS
     * @param frameOfReference of points in space
     */
    record Coordinates(String graphicType, List<double[]> points, Optional<Uid> frameOfReference, boolean inSpace)
            implements ItemValue {

        private static final int SHOWN_POINTS = 4;

        public Coordinates {
            points = List.copyOf(points);
        }

        /** Values in groups of two or three; what is left over is dropped. */
        static List<double[]> points(double[] values, int dimensions) {
            return IntStream.range(0, values.length / dimensions)
                    .mapToObj(i -> Arrays.copyOfRange(values, i * dimensions, (i + 1) * dimensions))
                    .toList();
        }

        @Override
        public String text() {
            String shown =
                    points.stream().limit(SHOWN_POINTS).map(Arrays::toString).collect(Collectors.joining(" "));
            String rest = points.size() > SHOWN_POINTS ? " … " + points.size() + " points" : "";
            return graphicType + " " + shown + rest;
        }
    }

    /** TCOORD: points in time, as they stand. */
    record Times(String rangeType, List<String> points) implements ItemValue {
        public Times {
            points = List.copyOf(points);
        }

        @Override
        public String text() {
            return rangeType + " " + String.join(", ", points);
        }
    }

    /** Another item of the same document, by its place in the tree: 1 is the root, 1.2 its second child. */
    record OtherItem(List<Integer> path) implements ItemValue {
        public OtherItem {
            path = List.copyOf(path);
        }

        @Override
        public String text() {
            return "item " + path.stream().map(String::valueOf).collect(Collectors.joining("."));
        }
    }

    /** A value that is missing, or of a type that is not in the standard. */
    record Unreadable(String why) implements ItemValue {
        @Override
        public String text() {
            return "(" + why + ")";
        }
    }
}
