package org.tandem.result.read;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * Reads coded concepts (PS3.3 8.8) of whatever form: short, long and URN values; what lacks a meaning keeps its value.
 */
final class ReadCodes {

    private static final int MAX_MEANING_LENGTH = 64;

    private ReadCodes() {}

    /** The concept of an item; none where there is no value. */
    static Optional<Code> of(DataSet item) {
        return item.string(Tag.CODE_VALUE)
                .or(() -> item.string(Tag.LONG_CODE_VALUE))
                .or(() -> item.string(Tag.URN_CODE_VALUE))
                .filter(value -> !value.isBlank())
                .map(value -> new Code(
                        value,
                        item.string(Tag.CODING_SCHEME_DESIGNATOR)
                                .filter(scheme -> !scheme.isBlank())
                                .orElse("unknown"),
                        meaning(item, value)));
    }

    /** The first concept of a sequence. */
    static Optional<Code> first(DataSet from, int sequence) {
        return from.item(sequence).flatMap(ReadCodes::of);
    }

    /** All concepts of a sequence. */
    static List<Code> all(DataSet from, int sequence) {
        return from.items(sequence).stream().flatMap(item -> of(item).stream()).toList();
    }

    private static String meaning(DataSet item, String value) {
        String meaning =
                item.string(Tag.CODE_MEANING).filter(text -> !text.isBlank()).orElse(value);
        return meaning.length() > MAX_MEANING_LENGTH ? meaning.substring(0, MAX_MEANING_LENGTH) : meaning;
    }
}
