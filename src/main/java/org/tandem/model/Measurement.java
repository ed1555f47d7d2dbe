package org.tandem.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.tandem.dicom.Code;
import org.tandem.volume.MaskStatistics;

/** A quantity that is measured of a segment and reported with its unit (PS3.16 TID 1419), by its key in manifests. */
@SuppressWarnings("ImmutableEnumChecker") // codes and functions are values
public enum Measurement {
    VOLUME_MM3("volume_mm3", Codes.VOLUME, Codes.MM3, region -> region.mask().volumeMm3()),
    VOLUME_CM3("volume_cm3", Codes.VOLUME, Codes.CM3, region -> region.mask().volumeMm3() / 1000),
    /** Of a picture whose pixels have a size. */
    AREA_MM2("area_mm2", Codes.AREA, Codes.MM2, MeasuredRegion::areaMm2),
    LONG_AXIS_MM("long_axis_mm", Codes.LONG_AXIS, Codes.MM, region -> region.diameters()
            .longMm()),
    SHORT_AXIS_MM("short_axis_mm", Codes.SHORT_AXIS, Codes.MM, region -> region.diameters()
            .shortMm()),
    VOXEL_COUNT(
            "voxel_count", Codes.VOXELS, Codes.COUNT, region -> region.mask().count()),
    MEAN("mean", "373098007", "Mean", MaskStatistics::mean),
    STANDARD_DEVIATION("standard_deviation", "386136009", "Standard Deviation", MaskStatistics::standardDeviation),
    MINIMUM("minimum", "255605001", "Minimum", MaskStatistics::minimum),
    MAXIMUM("maximum", "56851009", "Maximum", MaskStatistics::maximum),
    MEDIAN("median", "373099004", "Median", MaskStatistics::median);

    private static final class Codes {
        private static final Code VOLUME = new Code("118565006", "SCT", "Volume"); // CID 7469
        private static final Code AREA = new Code("42798000", "SCT", "Area"); // CID 7471
        private static final Code LONG_AXIS = new Code("103339001", "SCT", "Long axis"); // CID 7470
        private static final Code SHORT_AXIS = new Code("103340004", "SCT", "Short axis"); // CID 7470
        private static final Code VOXELS = new Code("voxels", "99TANDEM", "Number of voxels");
        private static final Code MM3 = new Code("mm3", "UCUM", "cubic millimeter");
        private static final Code CM3 = new Code("cm3", "UCUM", "cubic centimeter");
        private static final Code MM2 = new Code("mm2", "UCUM", "square millimeter");
        private static final Code MM = new Code("mm", "UCUM", "millimeter");
        private static final Code COUNT = new Code("{voxels}", "UCUM", "voxels");
        private static final Code SUM_OF_VOXELS =
                new Code("126030", "DCM", "Sum of segmented voxel method for volume"); // CID 7474
    }

    private final String key;
    private final Optional<Code> quantity;
    private final Optional<Code> unit;
    private final Optional<Code> derivation;
    private final ToDoubleFunction<MeasuredRegion> value;

    Measurement(String key, Code quantity, Code unit, ToDoubleFunction<MeasuredRegion> value) {
        this.key = key;
        this.quantity = Optional.of(quantity);
        this.unit = Optional.of(unit);
        this.derivation = Optional.empty();
        this.value = value;
    }

    /** A statistic of the values of the image. */
    Measurement(String key, String derivation, String meaning, ToDoubleFunction<MaskStatistics> value) {
        this.key = key;
        this.quantity = Optional.empty();
        this.unit = Optional.empty();
        this.derivation = Optional.of(new Code(derivation, "SCT", meaning));
        this.value = region -> value.applyAsDouble(region.statistics());
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

    /** What is measured: the concept name of the numeric content item; empty for what the image's values mean. */
    public Optional<Code> quantity() {
        return quantity;
    }

    /** Unit of measurement, of UCUM; empty for the unit of the image's values. */
    public Optional<Code> unit() {
        return unit;
    }

    /** Which statistic of many values it is, CID 7464. */
    public Optional<Code> derivation() {
        return derivation;
    }

    /** How it is measured, where there are several ways. */
    public Optional<Code> method() {
        return quantity.filter(Codes.VOLUME::equals).map(volume -> Codes.SUM_OF_VOXELS);
    }

    /** Whether it needs to know how large pixels are. */
    public boolean needsSpacing() {
        return quantity.isPresent() && this != VOXEL_COUNT;
    }

    /** Whether it is of a volume, or of a picture, or of both. */
    public boolean isOf(boolean volume) {
        return volume ? this != AREA_MM2 : this != VOLUME_MM3 && this != VOLUME_CM3;
    }

    public double valueOf(MeasuredRegion region) {
        return value.applyAsDouble(region);
    }
}
