package org.tandem.result;

import java.util.List;
import org.tandem.dicom.TandemException;

/** Builds the objects that say what a model found in a series. */
public final class ResultBuilder {

    private ResultBuilder() {}

    /**
     * A segmentation, where any segment has a voxel, and then always a report.
     *
     * @throws org.tandem.dicom.TandemException if a result would not match its source
     */
    @SuppressWarnings("DoNotCallSuggester") // until the dictionary is there
    public static List<ResultObject> build(ResultInput input) {
        throw new TandemException(
                TandemException.Kind.BUG,
                "Results of " + input.model().name() + " cannot be built before the dictionary is there");
    }
}
