package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.evaluate.metric.Confusion;
import org.tandem.evaluate.metric.Differences;
import org.tandem.evaluate.metric.Froc;
import org.tandem.evaluate.metric.PrecisionRecall;
import org.tandem.evaluate.metric.Reliability;
import org.tandem.evaluate.metric.RocCurve;
import org.tandem.evaluate.metric.Scores;
import org.tandem.evaluate.report.Plot;

/** The plots of an evaluation. */
final class Plots {

    private static final int BINS = 20;

    private Plots() {}

    /** With a dot at the threshold. */
    static Plot roc(Scores scores, double threshold) {
        List<Plot.Point> points = RocCurve.of(scores).points().stream()
                .map(p -> new Plot.Point(p.falsePositiveShare(), p.truePositiveShare()))
                .toList();
        Confusion at = Confusion.of(scores, threshold);
        Plot.Point here =
                new Plot.Point(1 - at.specificity().value(), at.sensitivity().value());
        return new Plot(
                "ROC",
                Plot.Axis.share("1 − specificity"),
                Plot.Axis.share("sensitivity"),
                List.of(
                        new Plot.Curve("", Plot.Style.LINE, points),
                        new Plot.Curve("threshold", Plot.Style.DOTS, List.of(here)),
                        diagonal("chance")));
    }

    /** With the share of positives, which is what chance reaches. */
    static Plot precisionRecall(Scores scores) {
        List<Plot.Point> points = new ArrayList<>();
        double recall = 0;
        for (PrecisionRecall.Point point : PrecisionRecall.of(scores).points()) {
            points.add(new Plot.Point(recall, point.precision()));
            points.add(new Plot.Point(point.recall(), point.precision()));
            recall = point.recall();
        }
        Plot.Axis x = Plot.Axis.share("sensitivity (recall)");
        return new Plot(
                "Precision and recall",
                x,
                Plot.Axis.share("PPV (precision)"),
                List.of(
                        new Plot.Curve("", Plot.Style.LINE, points),
                        Plot.Curve.level("chance", x, (double) scores.positives() / scores.size())));
    }

    static Plot reliability(Reliability reliability) {
        List<Plot.Point> points = reliability.bins().stream()
                .map(bin -> new Plot.Point(bin.predicted(), bin.observed().value()))
                .toList();
        List<Plot.Point> intervals = reliability.bins().stream()
                .flatMap(bin -> Stream.of(
                        new Plot.Point(
                                bin.predicted(), bin.observed().interval().low()),
                        new Plot.Point(
                                bin.predicted(), bin.observed().interval().high())))
                .toList();
        return new Plot(
                "Reliability",
                Plot.Axis.share("mean probability"),
                Plot.Axis.share("share that has it"),
                List.of(
                        new Plot.Curve("", Plot.Style.LINE, points),
                        new Plot.Curve("95 % interval", Plot.Style.SPANS, intervals),
                        diagonal("perfect"),
                        new Plot.Curve("", Plot.Style.DOTS, points)));
    }

    /** How scores lie, of those that have the class and those that have not. */
    static Plot scores(Scores scores) {
        Plot.Axis x = Plot.Axis.share("probability");
        Plot.Curve having = Plot.histogram("has it", select(scores, true), x, BINS);
        Plot.Curve others = Plot.histogram("has it not", select(scores, false), x, BINS);
        double most = DoubleStream.concat(
                        having.points().stream().mapToDouble(Plot.Point::y),
                        others.points().stream().mapToDouble(Plot.Point::y))
                .max()
                .orElse(1);
        return new Plot("Probabilities", x, new Plot.Axis("cases", 0, Math.max(1, most)), List.of(having, others));
    }

    static Plot blandAltman(String what, String unit, Differences differences) {
        double[] middles = IntStream.range(0, differences.n())
                .mapToDouble(differences::middle)
                .toArray();
        double[] gaps = IntStream.range(0, differences.n())
                .mapToDouble(differences::difference)
                .toArray();
        Differences.Agreement agreement = differences.agreement();
        Plot.Axis x = Plot.Axis.around("mean of estimate and truth (" + unit + ")", middles);
        double[] levels = {
            agreement.lower().value(),
            agreement.bias().value(),
            agreement.upper().value()
        };
        return new Plot(
                what + ": Bland–Altman",
                x,
                Plot.Axis.around(
                        "estimate − truth (" + unit + ")",
                        DoubleStream.concat(DoubleStream.of(gaps), DoubleStream.of(levels))
                                .toArray()),
                List.of(
                        Plot.Curve.of("", Plot.Style.DOTS, middles, gaps),
                        Plot.Curve.level("", x, levels[0]),
                        Plot.Curve.level("", x, levels[1]),
                        Plot.Curve.level("", x, levels[2])));
    }

    /** With a dot at the model's threshold. */
    static Plot froc(Froc froc, Plot.Point threshold) {
        List<Plot.Point> points = froc.points().stream()
                .map(p -> new Plot.Point(p.falsePerImage(), p.sensitivity()))
                .toList();
        double most = points.stream().mapToDouble(Plot.Point::x).max().orElse(1);
        return new Plot(
                "FROC",
                new Plot.Axis("false marks an image", 0, Math.max(1, Math.min(8, most))),
                Plot.Axis.share("sensitivity"),
                List.of(
                        new Plot.Curve("", Plot.Style.LINE, points),
                        new Plot.Curve("threshold", Plot.Style.DOTS, List.of(threshold))));
    }

    private static Plot.Curve diagonal(String name) {
        return Plot.Curve.of(name, Plot.Style.DASHED, new double[] {0, 1}, new double[] {0, 1});
    }

    private static double[] select(Scores scores, boolean positive) {
        return IntStream.range(0, scores.size())
                .filter(i -> scores.isPositive(i) == positive)
                .mapToDouble(scores::score)
                .toArray();
    }
}
