package org.tandem.result.sr;

import java.util.List;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultSeries;

/**
 * SR Document Series and Key Object Document Series (PS3.3 C.17.1, C.17.6.1).
 *
 * @param modality SR or KO
 */
record SrDocumentSeriesModule(ResultSeries series, String modality) implements Module {

    @Override
    public void write(ModuleWriter out) {
        series.write(out, modality);
        out.type2(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE, List.of());
    }
}
