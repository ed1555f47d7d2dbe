package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;
import static org.tandem.result.sr.Related.hasConceptMod;
import static org.tandem.result.sr.Related.hasObsContext;

import java.util.ArrayList;
import java.util.List;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DeviceIdentity;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.TextItem;
import org.tandem.result.sr.ContentItem.UidRefItem;

/**
 * The rows that every Measurement Report begins with (PS3.16 TID 1500, 1204, 1001, 1600): who observed, on which
 * images.
 */
record ReportOpening(ResultContext context) {

    List<Related> rows() {
        List<Related> rows = new ArrayList<>();
        rows.add(hasConceptMod(new CodeItem(Concepts.LANGUAGE, Concepts.ENGLISH)));
        rows.addAll(deviceObserver());
        rows.add(hasConceptMod(new CodeItem(
                Concepts.PROCEDURE_REPORTED,
                ImagingModality.of(context.header()).procedure())));
        rows.add(contains(new ImageLibrary(context).root()));
        return rows;
    }

    /** Device Observer Identifying Attributes (TID 1002, 1004). */
    private List<Related> deviceObserver() {
        Algorithm algorithm = context.algorithm();
        DeviceIdentity device = context.device();
        return List.of(
                hasObsContext(new CodeItem(Concepts.OBSERVER_TYPE, Concepts.DEVICE)),
                hasObsContext(new UidRefItem(Concepts.DEVICE_OBSERVER_UID, algorithm.deviceUid())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_NAME, algorithm.title())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_MANUFACTURER, device.manufacturer())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_MODEL_NAME, device.modelName())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_SERIAL_NUMBER, device.serialNumber())));
    }
}
