package org.tandem.evaluate.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Curves over two axes. */
public record Plot(String title, Axis x, Axis y, List<Curve> curves) {

    public Plot {
        curves = List.copyOf(curves);
    }

    /** What an axis is, and from where to where it reaches. */
    public record Axis(String label, double low, double high) {

        private static final double MARGIN = 0.05;

        /** A share. */
        public static Axis share(String label) {
            return new Axis(label, 0, 1);
        }

        /** Around these values, with some room. */
        public static Axis around(String label, double... values) {
            double low = DoubleStream.of(values).filter(Double::isFinite).min().orElse(0);
            double high = DoubleStream.of(values).filter(Double::isFinite).max().orElse(1);
            double room = high > low ? MARGIN * (high - low) : 1;
            return new Axis(label, low - room, high + room);
        }
    }

    /** How a curve is drawn. */
    public enum Style {
        LINE,
        DASHED,
        DOTS,
        BARS,
        /** A line from the first point to the second, from the third to the fourth and so on. */
        SPANS
    }

    /**
     * One curve; of bars the x are their lower edges, and all are as wide as the first two are apart.
     *
     * @param name for the legend; empty for none
     */
    public record Curve(String name, Style style, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }

        /** Of two arrays of one length. */
        public static Curve of(String name, Style style, double[] x, double[] y) {
            return new Curve(
                    name,
                    style,
                    IntStream.range(0, x.length)
                            .mapToObj(i -> new Point(x[i], y[i]))
                            .toList());
        }

        /** A level line from end to end of an axis. */
        public static Curve level(String name, Axis x, double y) {
            return of(name, Style.DASHED, new double[] {x.low(), x.high()}, new double[] {y, y});
        }
    }

    public record Point(double x, double y) {}

    /** How many values lie in each of so many bins. */
    public static Curve histogram(String name, double[] values, Axis x, int bins) {
        double[] edges = new double[bins];
        double[] counts = new double[bins];
        double width = (x.high() - x.low()) / bins;
        for (int bin = 0; bin < bins; bin++) {
            edges[bin] = x.low() + bin * width;
        }
        for (double value : values) {
            if (value >= x.low() && value <= x.high()) {
                counts[Math.min(bins - 1, (int) ((value - x.low()) / width))]++;
            }
        }
        return Curve.of(name, Style.BARS, edges, counts);
    }
}
