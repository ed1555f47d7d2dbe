package org.tandem.result;

import java.util.List;
import org.tandem.dicom.Tag;

/** SR Document Series (PS3.3 C.17.1). */
record SrDocumentSeriesModule(ResultSeries series) implements Module {

    @Override
    public void write(ModuleWriter out) {
        series.write(out, "SR");
        out.type2(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE, List.of());
    }
}
