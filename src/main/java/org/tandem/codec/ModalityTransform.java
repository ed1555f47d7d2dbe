package org.tandem.codec;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;

/** From stored values to the modality's unit (PS3.3 C.11.1, C.7.6.16.2.9): value · slope + intercept, or a table. */
public final class ModalityTransform {

    private final double slope;
    private final double intercept;
    private final boolean zeroSlope;
    private final Optional<LookupTable> table;

    private ModalityTransform(DataSet group, Optional<LookupTable> table) {
        OptionalDouble said = group.decimal(Tag.RESCALE_SLOPE);
        this.zeroSlope = said.isPresent() && said.getAsDouble() == 0;
        this.slope = zeroSlope ? 1 : said.orElse(1);
        this.intercept = group.decimal(Tag.RESCALE_INTERCEPT).orElse(0);
        this.table = table;
    }

    /** That of a frame; slope 1 and intercept 0 where absent, and a slope of 0 counts as absent. */
    public static ModalityTransform of(FrameGroups frame) {
        Optional<LookupTable> table = frame.image()
                .item(Tag.MODALITY_LUT_SEQUENCE)
                .map(item -> LookupTable.of(item, LookupTable.Place.OF_ITEM, signed(frame.image())));
        return new ModalityTransform(frame.group(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE), table);
    }

    /** The value in the modality's unit. */
    public double apply(double stored) {
        return table.isPresent() ? table.get().at((int) stored) : stored * slope + intercept;
    }

    /** Whether the frame says that all its values are the same, which some devices write and none means. */
    public boolean hasZeroSlope() {
        return zeroSlope;
    }

    static boolean signed(DataSet image) {
        return image.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
    }
}
