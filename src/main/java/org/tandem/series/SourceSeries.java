package org.tandem.series;

import java.util.List;
import org.tandem.dicom.DataSet;

/**
 * What results must copy from the images that they were made of, exactly as the images said it.
 *
 * @param header data set of the first slice's instance, without pixel data: patient, study, equipment, frame of
 *     reference
 * @param slices one for each z of the volume's grid, in that order
 * @param geometry the strings of orientation and spacing
 */
public record SourceSeries(DataSet header, List<SourceSlice> slices, SliceGeometry geometry) {

    public SourceSeries {
        slices = List.copyOf(slices);
    }
}
