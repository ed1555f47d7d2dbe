package org.tandem.result.pr;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.series.SourceSlice;

/**
 * How a slice is to be shown: from stored values to those of the modality, and which of them from black to white.
 *
 * @param modality elements of Modality LUT (PS3.3 C.11.1); none where stored values are those of the modality
 * @param window elements of one item of Softcopy VOI LUT (C.11.8); none where the source names none
 */
record GreyTransform(DataSet modality, DataSet window) {

    private static final String UNSPECIFIED = "US";

    static GreyTransform of(SourceSlice slice) {
        return new GreyTransform(modality(slice.grey()), window(slice.grey()));
    }

    private static DataSet modality(DataSet grey) {
        DataSetBuilder out = DataSet.builder(grey.characterSet());
        if (grey.contains(Tag.MODALITY_LUT_SEQUENCE)) {
            out.put(grey.element(Tag.MODALITY_LUT_SEQUENCE).orElseThrow());
        } else if (grey.hasValue(Tag.RESCALE_INTERCEPT) && grey.hasValue(Tag.RESCALE_SLOPE)) {
            out.put(grey.element(Tag.RESCALE_INTERCEPT).orElseThrow());
            out.put(grey.element(Tag.RESCALE_SLOPE).orElseThrow());
            grey.element(Tag.RESCALE_TYPE)
                    .ifPresentOrElse(out::put, () -> out.putText(Tag.RESCALE_TYPE, VR.LO, UNSPECIFIED));
        }
        return out.build();
    }

    /** The first of several windows or tables: a presentation state has one. */
    private static DataSet window(DataSet grey) {
        List<String> center = grey.strings(Tag.WINDOW_CENTER);
        List<String> width = grey.strings(Tag.WINDOW_WIDTH);
        List<DataSet> tables = grey.items(Tag.VOI_LUT_SEQUENCE);
        if (!center.isEmpty() && !width.isEmpty() && !center.get(0).isBlank()) {
            return ModuleWriter.item(item -> {
                item.type1(Tag.WINDOW_CENTER, center.get(0).strip());
                item.type1(Tag.WINDOW_WIDTH, width.get(0).strip());
                item.type3From(grey, Tag.VOI_LUT_FUNCTION);
            });
        }
        return tables.isEmpty()
                ? DataSet.EMPTY
                : ModuleWriter.item(
                        grey.characterSet(), item -> item.type1(Tag.VOI_LUT_SEQUENCE, List.of(tables.get(0))));
    }

    void writeModality(ModuleWriter out) {
        out.type3From(modality, Tag.RESCALE_INTERCEPT, Tag.RESCALE_SLOPE, Tag.RESCALE_TYPE, Tag.MODALITY_LUT_SEQUENCE);
    }

    /**
     * The same window in stored values: those that become black and white stay so. Empty where that cannot be said: of
     * tables, and of values that fall where stored ones rise.
     */
    Optional<DataSet> windowOfStored() {
        double slope = modality.decimal(Tag.RESCALE_SLOPE).orElse(1);
        double intercept = modality.decimal(Tag.RESCALE_INTERCEPT).orElse(0);
        if (!window.hasValue(Tag.WINDOW_CENTER) || modality.contains(Tag.MODALITY_LUT_SEQUENCE) || !(slope > 0)) {
            return Optional.empty();
        }
        boolean linear = window.string(Tag.VOI_LUT_FUNCTION).orElse("LINEAR").equals("LINEAR");
        double half = linear ? 0.5 : 0; // LINEAR counts from the middle of values (C.11.2.1.2.1), the others do not
        double center = window.decimal(Tag.WINDOW_CENTER).orElseThrow() - half;
        double width = window.decimal(Tag.WINDOW_WIDTH).orElseThrow() - 2 * half;
        return Optional.of(ModuleWriter.item(item -> {
            item.type1(Tag.WINDOW_CENTER, DecimalString.of((center - intercept) / slope + half));
            item.type1(Tag.WINDOW_WIDTH, DecimalString.of(width / slope + 2 * half));
            item.type3From(window, Tag.VOI_LUT_FUNCTION);
        }));
    }
}
