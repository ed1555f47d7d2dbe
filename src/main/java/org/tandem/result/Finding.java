package org.tandem.result;

import java.util.List;
import org.tandem.dicom.Uid;
import org.tandem.model.Measurement;
import org.tandem.model.Segment;
import org.tandem.volume.Mask;

/** What came of looking for one segment. */
sealed interface Finding {

    Segment segment();

    Tracking tracking();

    /** The pair that names a finding to people and machines, the same in SEG and SR. */
    record Tracking(String identifier, Uid uid) {}

    /**
     * A segment that has voxels.
     *
     * @param number Segment Number (0062,0004) in the SEG, from 1
     */
    record Present(Segment segment, Tracking tracking, int number, Mask mask, List<Measurement> measurements)
            implements Finding {
        public Present {
            measurements = List.copyOf(measurements);
        }
    }

    /** A segment that was looked for and has no voxel. */
    record Absent(Segment segment, Tracking tracking) implements Finding {}
}
