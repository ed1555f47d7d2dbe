package org.tandem.result.pr;

import org.tandem.dicom.DataSet;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultSeries;

/** General Series and Presentation Series (PS3.3 C.7.3.1, C.11.9). */
record PresentationSeriesModule(ResultSeries series, DataSet sourceHeader) implements Module {

    @Override
    public void write(ModuleWriter out) {
        series.write(out, "PR");
        ResultSeries.writeBodyPart(out, sourceHeader);
    }
}
