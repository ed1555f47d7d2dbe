package org.tandem.work;

import java.util.List;
import org.tandem.dicom.Uid;

/**
 * What one destination is sent of a job's results.
 *
 * @param renditions sets of instances that say the same, the best first; the first that the destination takes is sent
 */
public record Parcel(String destination, List<List<Uid>> renditions) {

    public Parcel {
        renditions = renditions.stream().map(List::copyOf).toList();
    }
}
