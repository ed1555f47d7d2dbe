package org.tandem.result.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/**
 * What a segmentation says of a segment (PS3.3 C.8.20.2, C.8.20.4); empty where it says nothing.
 *
 * @param algorithmType AUTOMATIC, SEMIAUTOMATIC or MANUAL
 * @param modifiers of the type, such as its laterality
 * @param colour the recommended one; of a label map with palette, that of the palette
 */
public record ReadSegment(
        int number,
        String label,
        Optional<String> description,
        Optional<Code> category,
        Optional<Code> type,
        List<Code> modifiers,
        List<AnatomicRegion> regions,
        Optional<String> trackingId,
        Optional<Uid> trackingUid,
        Optional<String> algorithmType,
        ReadAlgorithm algorithm,
        Optional<DisplayColour> colour) {

    /** (125040, DCM, "Background"), CID 7150 of 2024. */
    private static final Code BACKGROUND = new Code("125040", "DCM", "Background");

    public ReadSegment {
        modifiers = List.copyOf(modifiers);
        regions = List.copyOf(regions);
    }

    static ReadSegment of(DataSet item, OptionalInt paletteRgb) {
        int number = item.requireInteger(Tag.SEGMENT_NUMBER);
        DataSet type = item.item(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE).orElse(DataSet.EMPTY);
        return new ReadSegment(
                number,
                item.string(Tag.SEGMENT_LABEL).orElse("Segment " + number),
                item.string(Tag.SEGMENT_DESCRIPTION),
                ReadCodes.first(item, Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE),
                ReadCodes.of(type),
                ReadCodes.all(type, Tag.SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE),
                AnatomicRegion.all(item),
                item.string(Tag.TRACKING_ID),
                item.uid(Tag.TRACKING_UID),
                item.string(Tag.SEGMENT_ALGORITHM_TYPE),
                ReadAlgorithm.ofSegment(item),
                recommended(item).or(() -> paletteRgb.stream()
                        .mapToObj(DisplayColour::ofRgb)
                        .findFirst()));
    }

    /** Whether this is what is left over, which a label map may describe as a segment. */
    public boolean isBackground() {
        return type.filter(BACKGROUND::equals).isPresent();
    }

    private static Optional<DisplayColour> recommended(DataSet item) {
        int[] lab = item.integers(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE);
        return lab.length == 3 ? Optional.of(DisplayColour.ofCieLab(lab[0], lab[1], lab[2])) : Optional.empty();
    }
}
