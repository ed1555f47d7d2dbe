package org.tandem.result.sr;

import static org.tandem.result.sr.Related.hasObsContext;

import java.util.List;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DeviceIdentity;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.TextItem;
import org.tandem.result.sr.ContentItem.UidRefItem;

/** Device Observer Identifying Attributes (PS3.16 TID 1002, 1004): which model on which installation observed. */
record DeviceObserver(Algorithm algorithm) {

    List<Related> rows() {
        DeviceIdentity device = algorithm.device();
        return List.of(
                hasObsContext(new CodeItem(Concepts.OBSERVER_TYPE, Concepts.DEVICE)),
                hasObsContext(new UidRefItem(Concepts.DEVICE_OBSERVER_UID, algorithm.deviceUid())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_NAME, algorithm.title())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_MANUFACTURER, device.manufacturer())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_MODEL_NAME, device.modelName())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_SERIAL_NUMBER, device.serialNumber())));
    }
}
