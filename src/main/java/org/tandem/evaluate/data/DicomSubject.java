package org.tandem.evaluate.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Uid;

/**
 * What is looked at by itself: a series, or one image of a series of several radiographs or photographs.
 *
 * @param instance of the one image; empty of a series
 * @param header of a file of the series
 */
record DicomSubject(Uid series, Optional<Uid> instance, List<Path> files, DataSet header) {

    DicomSubject {
        files = List.copyOf(files);
    }

    /**
     * Of the files of a series.
     *
     * @param pictures of each file its SOP Instance UID, if it is looked at by itself
     */
    static List<DicomSubject> of(Uid series, Map<Path, Optional<Uid>> pictures, DataSet header) {
        boolean apart = pictures.size() > 1 && pictures.values().stream().allMatch(Optional::isPresent);
        return apart
                ? pictures.entrySet().stream()
                        .map(one -> new DicomSubject(series, one.getValue(), List.of(one.getKey()), header))
                        .toList()
                : List.of(new DicomSubject(series, Optional.empty(), List.copyOf(pictures.keySet()), header));
    }

    /** Series or SOP Instance UID. */
    Uid uid() {
        return instance.orElse(series);
    }
}
