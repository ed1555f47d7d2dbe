package org.tandem.result.show;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Uid;
import org.tandem.result.read.FramePlane;
import org.tandem.result.read.ItemValue;
import org.tandem.result.read.ReadRegion;
import org.tandem.result.read.ReadReport;
import org.tandem.result.read.ReferencedFrame;
import org.tandem.result.read.ReportText;
import org.tandem.volume.Vector3;

/** A structured report as a tree of text, with or without images, and its coordinates on those that they are of. */
final class ReportShow {

    private static final int IN_SPACE = 3;

    private final SourceImages images;
    private final Marks marks = new Marks();

    private ReportShow(SourceImages images) {
        this.images = images;
    }

    static Shown of(ReadReport report, SourceImages images) {
        ReportShow show = new ReportShow(images);
        report.regions().forEach(show::add);
        return show.marks.shown(ReportText.of(report));
    }

    private void add(ReadRegion region) {
        ItemValue.Coordinates coordinates = region.coordinates();
        if (coordinates.inSpace()) {
            addInSpace(region);
            return;
        }
        boolean drawn = false;
        for (ReferencedFrame image : region.images()) {
            Optional<Backdrop> backdrop = images.called(image);
            backdrop.ifPresent(frame ->
                    marks.add(frame, Outlines.of(coordinates.graphicType(), coordinates.points()), region.label()));
            drawn |= backdrop.isPresent();
        }
        if (!drawn) {
            marks.addUndrawn();
        }
    }

    /** On the slice that the middle of the points is nearest to. */
    private void addInSpace(ReadRegion region) {
        List<Vector3> points = region.coordinates().points().stream()
                .filter(point -> point.length == IN_SPACE)
                .map(point -> new Vector3(point[0], point[1], point[2]))
                .toList();
        Optional<Uid> frameOfReference = region.coordinates().frameOfReference();
        if (!images.asked() || points.isEmpty() || frameOfReference.isEmpty()) {
            marks.addUndrawn();
            return;
        }
        Vector3 middle =
                points.stream().reduce(new Vector3(0, 0, 0), Vector3::plus).times(1.0 / points.size());
        Backdrop nearest = images.in(frameOfReference.get(), "Structured report").stream()
                .min(Comparator.comparingDouble(backdrop -> distanceMm(backdrop, middle)))
                .orElseThrow();
        FramePlane plane = nearest.plane().orElseThrow();
        List<double[]> pixels = points.stream()
                .map(plane::toPixel)
                .map(pixel -> new double[] {pixel.x() + 0.5, pixel.y() + 0.5})
                .toList();
        marks.add(nearest, Outlines.of(region.coordinates().graphicType(), pixels), region.label());
    }

    private static double distanceMm(Backdrop backdrop, Vector3 point) {
        return Math.abs(backdrop.plane().orElseThrow().toPixel(point).z());
    }
}
