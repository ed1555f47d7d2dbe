package org.tandem.codec;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;

/** From the modality's unit to the brightness of a display, 0 to 1 (PS3.3 C.11.2). */
@FunctionalInterface
interface VoiTransform {

    double brightness(double value);

    /** The first window of a frame, or else its first table; none where it says neither. */
    static Optional<VoiTransform> of(FrameGroups frame) {
        DataSet group = frame.group(Tag.FRAME_VOI_LUT_SEQUENCE);
        OptionalDouble center = group.decimal(Tag.WINDOW_CENTER);
        OptionalDouble width = group.decimal(Tag.WINDOW_WIDTH);
        if (center.isPresent() && width.isPresent() && width.getAsDouble() > 0) {
            return Optional.of(window(
                    group.string(Tag.VOI_LUT_FUNCTION).orElse("LINEAR"), center.getAsDouble(), width.getAsDouble()));
        }
        return group.item(Tag.VOI_LUT_SEQUENCE)
                .map(item -> LookupTable.of(item, LookupTable.Place.OF_ITEM, hasSign(frame.image())))
                .map(table -> table::fraction);
    }

    /** All values between two, evenly. */
    static VoiTransform between(double least, double greatest) {
        double range = Math.max(greatest - least, Double.MIN_NORMAL);
        return value -> clamp((value - least) / range);
    }

    private static VoiTransform window(String function, double center, double width) {
        return switch (function) {
            case "SIGMOID" -> value -> 1 / (1 + Math.exp(-4 * (value - center) / width)); // C.11.2.1.3.1
            case "LINEAR_EXACT" -> value -> clamp((value - center) / width + 0.5); // C.11.2.1.3.2
            default -> linear(center - 0.5, width - 1);
        };
    }

    /** C.11.2.1.2.1; a window of width 1 is a threshold. */
    private static VoiTransform linear(double center, double range) {
        return range <= 0 ? value -> value <= center ? 0 : 1 : value -> clamp((value - center) / range + 0.5);
    }

    private static double clamp(double brightness) {
        return Math.max(0, Math.min(1, brightness));
    }

    /** Whether the values that a table is for may be negative: after a rescaling with an intercept they may. */
    private static boolean hasSign(DataSet image) {
        return ModalityTransform.signed(image)
                || image.decimal(Tag.RESCALE_INTERCEPT).orElse(0) < 0;
    }
}
