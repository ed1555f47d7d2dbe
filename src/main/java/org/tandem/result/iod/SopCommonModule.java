package org.tandem.result.iod;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/**
 * SOP Common (PS3.3 C.12.1): what the object is, in the source's character set and time zone, and which algorithm on
 * which equipment contributed to it (IHE AIR).
 */
public record SopCommonModule(Uid sopClass, Uid sopInstance, DataSet sourceHeader, Algorithm algorithm)
        implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type3From(sourceHeader, Tag.SPECIFIC_CHARACTER_SET, Tag.TIMEZONE_OFFSET_FROM_UTC);
        out.type1(Tag.SOP_CLASS_UID, sopClass);
        out.type1(Tag.SOP_INSTANCE_UID, sopInstance);
        out.type1(Tag.CONTRIBUTING_EQUIPMENT_SEQUENCE, List.of(ModuleWriter.item(this::writeEquipment)));
    }

    private void writeEquipment(ModuleWriter item) {
        item.type1(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, Concepts.PROCESSING_EQUIPMENT);
        item.type1(Tag.MANUFACTURER, algorithm.device().manufacturer());
        item.type3(Tag.MANUFACTURER_MODEL_NAME, algorithm.name());
        item.type3(Tag.DEVICE_SERIAL_NUMBER, algorithm.device().serialNumber());
        item.type3(Tag.SOFTWARE_VERSIONS, algorithm.version());
        item.type1(Tag.DEVICE_UID, algorithm.deviceUid());
    }
}
