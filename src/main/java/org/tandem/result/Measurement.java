package org.tandem.result;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandem.dicom.Code;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Mask;

/** A quantity that is measured of a segment and reported with its unit (PS3.16 TID 1419), by its key in manifests. */
@SuppressWarnings("ImmutableEnumChecker") // a Code is a record of strings
public enum Measurement {
    VOLUME_MM3("volume_mm3", new Code("mm3", "UCUM", "cubic millimeter"), 1),
    VOLUME_CM3("volume_cm3", new Code("cm3", "UCUM", "cubic centimeter"), 1e-3);

    private final String key;
    private final Code unit;
    private final double unitsPerMm3;

    Measurement(String key, Code unit, double unitsPerMm3) {
        this.key = key;
        this.unit = unit;
        this.unitsPerMm3 = unitsPerMm3;
    }

    /** The measurement of this key; an unknown key is refused with those that are known. */
    public static Measurement of(String key) {
        return find(key)
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE,
                        "Measurement: got \"" + key + "\", expected one of "
                                + Arrays.stream(values()).map(Measurement::key).collect(Collectors.joining(", "))));
    }

    public static Optional<Measurement> find(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    /** Unit of measurement, of UCUM. */
    public Code unit() {
        return unit;
    }

    /** What is measured: the concept name of the numeric content item. */
    Code quantity() {
        return Concepts.VOLUME;
    }

    /** How it is measured, CID 7474. */
    Code method() {
        return Concepts.SUM_OF_SEGMENTED_VOXELS;
    }

    double valueOf(Mask mask) {
        return mask.volumeMm3() * unitsPerMm3;
    }
}
