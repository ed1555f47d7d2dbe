package org.tandem.result.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shape of a report.
 *
 * @param label what people know it by: the tracking identifier of its group, or the number that was measured on it
 * @param coordinates in the pixels of images, or in space
 * @param images that the coordinates were selected from; none in space
 */
public record ReadRegion(String label, ItemValue.Coordinates coordinates, List<ReferencedFrame> images) {

    public ReadRegion {
        images = List.copyOf(images);
    }

    /** All below an item, labelled by the nearest item above that has a name of its own. */
    static List<ReadRegion> all(ReadReport report, ReportItem item, String inherited) {
        String label = label(item, inherited);
        List<ReadRegion> regions = new ArrayList<>();
        if (item.value() instanceof ItemValue.Coordinates coordinates) {
            regions.add(new ReadRegion(label, coordinates, images(report, item)));
        }
        item.children().forEach(child -> regions.addAll(all(report, child, label)));
        return regions;
    }

    private static String label(ReportItem item, String inherited) {
        if (item.value() instanceof ItemValue.Measured measured) {
            String name = item.concept().map(code -> code.meaning() + " ").orElse("");
            return (inherited.isEmpty() ? "" : inherited + ": ") + name + measured.text();
        }
        return ReportConcept.TRACKING_IDENTIFIER
                .text(item)
                .or(() -> ReportConcept.FINDING.code(item).map(code -> code.meaning()))
                .orElse(inherited);
    }

    /** The images below coordinates, also those that are items of the document elsewhere. */
    private static List<ReferencedFrame> images(ReadReport report, ReportItem coordinates) {
        return coordinates.children().stream()
                .flatMap(child -> child.value() instanceof ItemValue.OtherItem other
                        ? report.item(other.path()).stream()
                        : Stream.of(child))
                .filter(child -> child.value() instanceof ItemValue.Instance)
                .flatMap(child -> ((ItemValue.Instance) child.value()).references().stream())
                .toList();
    }
}
