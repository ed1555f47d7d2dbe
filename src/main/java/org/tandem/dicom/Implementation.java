package org.tandem.dicom;

/** How this program names itself in files and on associations (PS3.7 D.3.3.2, PS3.10 7.1). */
public final class Implementation {

    /** Implementation Class UID: {@code Uid.derived("org.tandem", "implementation", "1")}, held by a test. */
    public static final Uid CLASS_UID = Uid.derived("org.tandem", "implementation", "1");

    /** Implementation Version Name: at most 16 characters. */
    public static final String VERSION_NAME = "TANDEM_0_1";

    private Implementation() {}
}
