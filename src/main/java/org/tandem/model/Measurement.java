package org.tandem.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandem.dicom.Code;
import org.tandem.volume.Mask;

/** A quantity that is measured of a segment and reported with its unit (PS3.16 TID 1419), by its key in manifests. */
@SuppressWarnings("ImmutableEnumChecker") // a Code is a record of strings
public enum Measurement {
    VOLUME_MM3("volume_mm3", new Code("mm3", "UCUM", "cubic millimeter"), 1),
    VOLUME_CM3("volume_cm3", new Code("cm3", "UCUM", "cubic centimeter"), 1e-3);

    private static final Code VOLUME = new Code("118565006", "SCT", "Volume"); // CID 7469
    private static final Code SUM_OF_VOXELS =
            new Code("126030", "DCM", "Sum of segmented voxel method for volume"); // CID 7474

    private final String key;
    private final Code unit;
    private final double unitsPerMm3;

    Measurement(String key, Code unit, double unitsPerMm3) {
        this.key = key;
        this.unit = unit;
        this.unitsPerMm3 = unitsPerMm3;
    }

    public static Optional<Measurement> find(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }

    /** All keys, for messages. */
    public static String keys() {
        return Arrays.stream(values()).map(Measurement::key).collect(Collectors.joining(", "));
    }

    /** As manifests name it. */
    public String key() {
        return key;
    }

    /** What is measured: the concept name of the numeric content item. */
    public Code quantity() {
        return VOLUME;
    }

    /** How it is measured. */
    public Code method() {
        return SUM_OF_VOXELS;
    }

    /** Unit of measurement, of UCUM. */
    public Code unit() {
        return unit;
    }

    public double valueOf(Mask mask) {
        return mask.volumeMm3() * unitsPerMm3;
    }
}
