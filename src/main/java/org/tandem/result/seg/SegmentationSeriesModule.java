package org.tandem.result.seg;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultSeries;

/**
 * General Series and Segmentation Series (PS3.3 C.7.3.1, C.8.20.1). Of a body part with a side nothing is said here:
 * the side stands with each segment, and a paired part would have to name it (dciodvfy takes none in a multi-frame
 * object).
 */
record SegmentationSeriesModule(ResultSeries series, DataSet sourceHeader) implements Module {

    @Override
    public void write(ModuleWriter out) {
        series.write(out, "SEG");
        if (!sourceHeader.hasValue(Tag.LATERALITY)) {
            out.type3From(sourceHeader, Tag.BODY_PART_EXAMINED);
        }
    }
}
