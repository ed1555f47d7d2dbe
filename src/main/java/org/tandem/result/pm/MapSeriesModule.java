package org.tandem.result.pm;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultSeries;

/** General Series and Parametric Map Series (PS3.3 C.7.3.1, C.8.32.1); the side stands in {@link FrameAnatomy}. */
record MapSeriesModule(ResultSeries series, DataSet sourceHeader, int instanceNumber) implements Module {

    @Override
    public void write(ModuleWriter out) {
        series.write(out, "OT", instanceNumber);
        out.type3From(sourceHeader, Tag.BODY_PART_EXAMINED);
    }
}
