package org.tandem.result.finding;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.dicom.Uid;
import org.tandem.inference.prediction.ProbabilityMap;
import org.tandem.model.Interval;
import org.tandem.model.Meaning;
import org.tandem.model.Measurement;
import org.tandem.model.OperatingPoint;
import org.tandem.volume.Mask;
import org.tandem.volume.Shape;

/** What came of looking for one thing. */
public sealed interface Finding {

    /** What was looked for. */
    Subject subject();

    default Meaning meaning() {
        return subject().meaning();
    }

    default Tracking tracking() {
        return subject().tracking();
    }

    /** The pair that names a finding to people and machines, the same in every object. */
    record Tracking(String identifier, Uid uid) {}

    /** What was looked for, its name in all objects, and where the model draws its line. */
    record Subject(Meaning meaning, Tracking tracking, Optional<OperatingPoint> operatingPoint) {}

    /**
     * A segment that has voxels.
     *
     * @param number Segment Number (0062,0004) in the SEG, from 1
     */
    record Segmented(Subject subject, int number, Region region, List<Measurement> measurements) implements Finding {
        public Segmented {
            measurements = List.copyOf(measurements);
        }

        public Mask mask() {
            return region.mask();
        }
    }

    /** Where a segment is, on the grid of the source, and how sure the model was of each voxel. */
    record Region(Mask mask, Optional<ProbabilityMap> probability) {}

    /** Something that was looked for and is not there. */
    record Absent(Subject subject) implements Finding {}

    /**
     * A class of the source as a whole.
     *
     * @param probability 0 to 1
     */
    record Classified(Subject subject, double probability, Optional<Interval> interval, Presence presence)
            implements Finding {}

    /** Presence of property, CID 240. */
    enum Presence {
        PRESENT,
        ABSENT,
        UNDETERMINED
    }

    /**
     * Something at a place.
     *
     * @param probability 0 to 1
     */
    record Detected(Subject subject, Shape shape, double probability) implements Finding {}

    /** A number; the type of its meaning is the quantity. */
    record Estimated(Subject subject, double value, Code unit, Optional<Interval> interval) implements Finding {}

    /** Whether it is there, as far as it can be said of the kind of finding; a number is neither. */
    default Presence presence() {
        return this instanceof Absent ? Presence.ABSENT : Presence.PRESENT;
    }
}
