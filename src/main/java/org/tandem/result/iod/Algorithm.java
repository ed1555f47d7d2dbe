package org.tandem.result.iod;

import org.tandem.dicom.Uid;

/**
 * One version of one model on one installation, in plain text that fits LO.
 *
 * @param source who made it, perhaps empty
 * @param deviceUid Device UID (0018,1002): another one whenever the model or the installation is another (IHE AIR)
 */
public record Algorithm(
        DeviceIdentity device, String name, String version, String title, String source, Uid deviceUid) {

    public static Algorithm of(ModelIdentity model, DeviceIdentity device) {
        return new Algorithm(
                device,
                PlainText.longString(model.name()),
                PlainText.longString(model.version()),
                PlainText.longString(model.title()),
                PlainText.longString(model.origin()),
                Uid.derived("device", device.serialNumber(), model.name(), model.version()));
    }
}
