package org.tandem.result.pr;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultSeries;

/**
 * General Series and Presentation Series (PS3.3 C.7.3.1, C.11.9). Of a source that names no body part nobody can tell
 * whether it is one of a pair: then Laterality is there and empty.
 */
record PresentationSeriesModule(ResultSeries series, DataSet sourceHeader) implements Module {

    @Override
    public void write(ModuleWriter out) {
        series.write(out, "PR");
        if (sourceHeader.hasValue(Tag.BODY_PART_EXAMINED)) {
            out.type3From(sourceHeader, Tag.BODY_PART_EXAMINED, Tag.LATERALITY);
        } else {
            out.type2From(sourceHeader, Tag.LATERALITY);
        }
    }
}
