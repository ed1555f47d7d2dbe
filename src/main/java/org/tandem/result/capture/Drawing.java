package org.tandem.result.capture;

import java.awt.Color;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import org.tandem.picture.Layer;
import org.tandem.picture.Mark;
import org.tandem.picture.Region;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.CieLab;

/** How each finding is drawn: segments in the colours of the segmentation, detections in the ones that follow. */
record Drawing(SourceSlices slices, IdentityHashMap<Finding, Color> colours) {

    static Drawing of(SourceSlices slices, Findings findings) {
        IdentityHashMap<Finding, Color> colours = new IdentityHashMap<>();
        int next = findings.segmented().size();
        for (Finding finding : findings.all()) {
            if (finding instanceof Finding.Segmented segmented) {
                colours.put(finding, new Color(CieLab.rgbOfSegment(segmented.number())));
            } else if (finding instanceof Finding.Detected) {
                colours.put(finding, new Color(CieLab.rgbOfSegment(++next)));
            }
        }
        return new Drawing(slices, colours);
    }

    Color colour(Finding finding) {
        return colours.getOrDefault(finding, Color.WHITE);
    }

    String words(Finding finding) {
        return finding instanceof Finding.Detected detected
                ? FindingPictures.name(finding) + ", probability " + percent(detected)
                : FindingPictures.name(finding);
    }

    /** What is to be seen of a finding in a slice. */
    Optional<Layer> layer(Finding finding, int z) {
        if (finding instanceof Finding.Segmented segmented) {
            Region region = slices.region(segmented.mask(), z, colour(finding));
            return region.pixels().isEmpty() ? Optional.empty() : Optional.of(region);
        }
        if (finding instanceof Finding.Detected detected && Mark.reaches(detected.shape(), z)) {
            return Optional.of(Mark.of(detected.shape(), slices.plane(z), colour(detected), percent(detected)));
        }
        return Optional.empty();
    }

    private static String percent(Finding.Detected detected) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * detected.probability());
    }
}
