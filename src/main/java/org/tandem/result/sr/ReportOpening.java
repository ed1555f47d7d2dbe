package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;
import static org.tandem.result.sr.Related.hasConceptMod;

import java.util.ArrayList;
import java.util.List;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.sr.ContentItem.CodeItem;

/**
 * The rows that every Measurement Report begins with (PS3.16 TID 1500, 1204, 1001, 1600): who observed, on which
 * images.
 *
 * @param sources the volume, or each picture
 */
record ReportOpening(ResultContext context, List<ResultContext> sources) {

    List<Related> rows() {
        List<Related> rows = new ArrayList<>();
        rows.add(hasConceptMod(new CodeItem(Concepts.LANGUAGE, Concepts.ENGLISH)));
        rows.addAll(new DeviceObserver(context.algorithm()).rows());
        rows.add(hasConceptMod(new CodeItem(
                Concepts.PROCEDURE_REPORTED,
                ImagingModality.of(context.header()).procedure())));
        rows.add(contains(ImageLibrary.root(sources)));
        return rows;
    }
}
