package org.tandem.result.pr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.SourceReferences;
import org.tandem.series.SourceSeries;
import org.tandem.series.SourceSlice;

/**
 * Items of Softcopy VOI LUT (PS3.3 C.11.8): each window with the images that it is for; one that is for all names none.
 *
 * @param transforms one for each slice
 */
record Windows(SourceSeries source, List<GreyTransform> transforms) {

    /** @param ofModality whether windows are told in the modality's values, else in stored ones */
    List<DataSet> items(boolean ofModality) {
        Map<DataSet, List<SourceSlice>> slices = new LinkedHashMap<>();
        for (int z = 0; z < transforms.size(); z++) {
            DataSet window = ofModality
                    ? transforms.get(z).window()
                    : transforms.get(z).windowOfStored().orElse(DataSet.EMPTY);
            slices.computeIfAbsent(window, any -> new ArrayList<>())
                    .add(source.slices().get(z));
        }
        boolean one = slices.size() == 1;
        slices.remove(DataSet.EMPTY);
        return slices.entrySet().stream()
                .map(window -> one ? window.getKey() : with(window.getKey(), window.getValue()))
                .toList();
    }

    private static DataSet with(DataSet window, List<SourceSlice> slices) {
        List<DataSet> images = PresentationIdentificationModule.items(
                SourceReferences.to(slices).images());
        return window.toBuilder()
                .putItems(Tag.REFERENCED_IMAGE_SEQUENCE, images)
                .build();
    }
}
