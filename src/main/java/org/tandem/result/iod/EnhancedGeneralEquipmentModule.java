package org.tandem.result.iod;

import org.tandem.dicom.Tag;

/** Enhanced General Equipment (PS3.3 C.7.5.2): the installation of Tandem that made the object. */
public record EnhancedGeneralEquipmentModule(DeviceIdentity device) implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type1(Tag.MANUFACTURER, device.manufacturer());
        out.type1(Tag.MANUFACTURER_MODEL_NAME, device.modelName());
        out.type1(Tag.DEVICE_SERIAL_NUMBER, device.serialNumber());
        out.type1(Tag.SOFTWARE_VERSIONS, device.softwareVersion());
    }
}
