package org.tandem.result.iod;

import org.tandem.dicom.TandemException;

/**
 * The equipment that makes results, as PS3.3 C.7.5.2 (Enhanced General Equipment) wants it: all values in plain ASCII.
 *
 * @param serialNumber Device Serial Number (0018,1000): what tells this installation from all others, the same after a
 *     restart and on every node of a cluster
 * @param softwareVersion Software Versions (0018,1020)
 */
public record DeviceIdentity(String manufacturer, String modelName, String serialNumber, String softwareVersion) {

    public DeviceIdentity {
        manufacturer = required("manufacturer", manufacturer);
        modelName = required("model name", modelName);
        serialNumber = required("serial number", serialNumber);
        softwareVersion = required("software version", softwareVersion);
    }

    private static String required(String what, String value) {
        String plain = PlainText.longString(value);
        if (plain.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Identity of the device: got no " + what + ", expected one");
        }
        return plain;
    }
}
