package org.tandem.result.finding;

import java.util.List;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.volume.Shape;

/**
 * What a detection output said.
 *
 * @param soughtFor all that it looks for; what has no detection was looked for and not found
 * @param detections at or above the operating point, each of something that was sought for
 */
public record DetectionFindings(List<Meaning> soughtFor, List<Detection> detections, OperatingPoint operatingPoint)
        implements OutputFindings {

    public DetectionFindings {
        soughtFor = List.copyOf(soughtFor);
        detections = List.copyOf(detections);
        for (Detection detection : detections) {
            if (!soughtFor.contains(detection.meaning())) {
                throw new IllegalArgumentException(
                        "Detection of \"" + detection.meaning().label() + "\": got something that was not sought for");
            }
        }
    }

    /**
     * One place.
     *
     * @param probability 0 to 1
     */
    public record Detection(Meaning meaning, Shape shape, double probability) {}
}
