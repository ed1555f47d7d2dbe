package org.tandem.result.pr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.result.finding.Finding;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.PlainText;
import org.tandem.series.SourceSeries;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Shape;

/** What is drawn of a finding: on every image that it reaches, its outline or mark, and beside it its name. */
record Marks(SourceSeries source, Grid grid) {

    private static final int PERCENT = 100;
    private static final int PERCENT_DIGITS = 2;

    List<Annotation> of(Finding finding, Layer layer) {
        if (finding instanceof Finding.Segmented segmented) {
            return of(segmented, layer);
        }
        if (finding instanceof Finding.Detected detected) {
            return of(detected, layer);
        }
        return List.of();
    }

    private List<Annotation> of(Finding.Segmented segment, Layer layer) {
        List<Annotation> annotations = new ArrayList<>();
        for (int z = 0; z < grid.size().z(); z++) {
            List<double[]> lines = lines(segment.mask(), z);
            if (!lines.isEmpty()) {
                annotations.add(annotation(layer, z, lines, segment.tracking().identifier()));
            }
        }
        return annotations;
    }

    private static List<double[]> lines(Mask mask, int z) {
        return Outline.of(mask, z).stream()
                .map(line -> Arrays.stream(line).asDoubleStream().toArray())
                .toList();
    }

    private List<Annotation> of(Finding.Detected detection, Layer layer) {
        double[] places = detection.shape().onPicture(grid);
        String name = detection.tracking().identifier() + " "
                + DecimalString.of(PERCENT * detection.probability(), PERCENT_DIGITS) + "%";
        IntStream slices = detection.shape().slices(grid);
        return detection.shape() instanceof Shape.Point
                ? slices.mapToObj(z -> annotation(layer, z, places, name)).toList()
                : slices.mapToObj(z -> annotation(layer, z, List.of(places), name))
                        .toList();
    }

    private Annotation annotation(Layer layer, int z, double[] point, String name) {
        DataSet text = Graphic.text(PlainText.of(name), point[0], point[1]);
        return new Annotation(layer, Optional.of(image(z)), List.of(Graphic.point(point)), List.of(text));
    }

    /** The name stands at the highest corner of the lines, of several the one on the right. */
    private Annotation annotation(Layer layer, int z, List<double[]> lines, String name) {
        double[] corner = lines.stream()
                .flatMap(Marks::corners)
                .min(Comparator.<double[]>comparingDouble(point -> point[1]).thenComparingDouble(point -> -point[0]))
                .orElseThrow();
        List<DataSet> graphics =
                lines.stream().flatMap(line -> Graphic.line(line).stream()).toList();
        DataSet text = Graphic.text(PlainText.of(name), corner[0], corner[1]);
        return new Annotation(layer, Optional.of(image(z)), graphics, List.of(text));
    }

    private static Stream<double[]> corners(double[] line) {
        return IntStream.range(0, line.length / 2).mapToObj(i -> new double[] {line[2 * i], line[2 * i + 1]});
    }

    private ImageReference image(int z) {
        return ImageReference.to(source.slices().get(z));
    }
}
