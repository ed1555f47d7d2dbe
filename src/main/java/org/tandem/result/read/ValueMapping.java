package org.tandem.result.read;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/**
 * From stored values to those of the real world (PS3.3 C.7.6.16.2.11): a line or a table.
 *
 * @param label LUT Label (0040,9210)
 * @param explanation LUT Explanation (0028,3003)
 * @param quantity what is measured, where Quantity Definition Sequence says so
 */
public record ValueMapping(
        Optional<String> label,
        Optional<String> explanation,
        Optional<Code> quantity,
        Optional<Code> unit,
        Curve curve) {

    /** (246205007, SCT, "Quantity"). */
    private static final Code QUANTITY = new Code("246205007", "SCT", "Quantity");

    private static final Curve AS_STORED = stored -> stored;

    /** The value in the unit of a stored one; NaN where a table has none for it. */
    @FunctionalInterface
    public interface Curve {
        double apply(double stored);
    }

    /** The first mapping of a frame; values as they are stored where there is none. */
    static ValueMapping of(FrameGroups frame) {
        Optional<DataSet> item = frame.ofFrame()
                .item(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE)
                .or(() -> frame.shared().item(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE))
                .or(() -> frame.image().item(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE));
        return item.map(ValueMapping::of)
                .orElseGet(() -> new ValueMapping(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), AS_STORED));
    }

    static ValueMapping of(DataSet item) {
        return new ValueMapping(
                item.string(Tag.LUT_LABEL),
                item.string(Tag.LUT_EXPLANATION),
                quantity(item),
                ReadCodes.first(item, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE),
                curve(item));
    }

    /** How people name it: the quantity, or else the explanation or label. */
    public String name() {
        return quantity.map(Code::meaning).or(() -> explanation).or(() -> label).orElse("value");
    }

    private static Optional<Code> quantity(DataSet item) {
        return item.items(Tag.QUANTITY_DEFINITION_SEQUENCE).stream()
                .filter(definition -> ReadCodes.first(definition, Tag.CONCEPT_NAME_CODE_SEQUENCE)
                        .filter(QUANTITY::equals)
                        .isPresent())
                .flatMap(definition -> ReadCodes.first(definition, Tag.CONCEPT_CODE_SEQUENCE).stream())
                .findFirst();
    }

    private static Curve curve(DataSet item) {
        OptionalDouble slope = item.decimal(Tag.REAL_WORLD_VALUE_SLOPE);
        OptionalDouble intercept = item.decimal(Tag.REAL_WORLD_VALUE_INTERCEPT);
        if (slope.isPresent() && intercept.isPresent()) {
            double factor = slope.getAsDouble();
            double offset = intercept.getAsDouble();
            return stored -> stored * factor + offset;
        }
        double[] table = item.decimals(Tag.REAL_WORLD_VALUE_LUT_DATA);
        OptionalDouble first = item.decimal(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED);
        if (table.length == 0 || first.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Real World Value Mapping: got neither slope and intercept nor a table (" + Arrays.toString(table)
                            + "), expected one of them");
        }
        double least = first.getAsDouble();
        return stored -> {
            long index = Math.round(stored - least);
            return index < 0 || index >= table.length ? Double.NaN : table[(int) index];
        };
    }
}
