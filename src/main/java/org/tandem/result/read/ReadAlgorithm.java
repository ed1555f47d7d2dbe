package org.tandem.result.read;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** What made a segment or a measurement (PS3.3 10.16, PS3.16 TID 4019), as far as it is told. */
public record ReadAlgorithm(
        Optional<String> name,
        Optional<String> version,
        Optional<String> source,
        Optional<Code> family,
        List<String> parameters) {

    public ReadAlgorithm {
        parameters = List.copyOf(parameters);
    }

    /** Of an item of Segment Sequence: its identification sequence, the segment's own name where that has none. */
    static ReadAlgorithm ofSegment(DataSet segment) {
        DataSet item =
                segment.item(Tag.SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE).orElse(DataSet.EMPTY);
        return new ReadAlgorithm(
                item.string(Tag.ALGORITHM_NAME).or(() -> segment.string(Tag.SEGMENT_ALGORITHM_NAME)),
                item.string(Tag.ALGORITHM_VERSION),
                item.string(Tag.ALGORITHM_SOURCE),
                ReadCodes.first(item, Tag.ALGORITHM_FAMILY_CODE_SEQUENCE),
                item.strings(Tag.ALGORITHM_PARAMETERS));
    }
}
