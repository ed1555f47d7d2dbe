package org.tandem.series;

import java.util.Set;
import org.tandem.dicom.Uid;

/**
 * The storage SOP classes (PS3.6 2025d, Table A-1) of images that show the patient from outside, or through and
 * through, so that a pixel has no place along the view. Loops (ultrasound multi-frame, angiography) are not among them.
 */
final class PictureClasses {

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private static final Set<String> KNOWN = Set.of(
            "1", // Computed Radiography Image Storage
            "1.1", // Digital X-Ray Image Storage - For Presentation
            "1.1.1", // Digital X-Ray Image Storage - For Processing
            "1.2", // Digital Mammography X-Ray Image Storage - For Presentation
            "1.2.1", // Digital Mammography X-Ray Image Storage - For Processing
            "1.3", // Digital Intra-Oral X-Ray Image Storage - For Presentation
            "1.3.1", // Digital Intra-Oral X-Ray Image Storage - For Processing
            "6.1", // Ultrasound Image Storage
            "7", // Secondary Capture Image Storage
            "7.2", // Multi-frame Grayscale Byte Secondary Capture Image Storage
            "7.3", // Multi-frame Grayscale Word Secondary Capture Image Storage
            "7.4", // Multi-frame True Color Secondary Capture Image Storage
            "77.1.1", // VL Endoscopic Image Storage
            "77.1.2", // VL Microscopic Image Storage
            "77.1.4", // VL Photographic Image Storage
            "77.1.5.1", // Ophthalmic Photography 8 Bit Image Storage
            "77.1.5.2", // Ophthalmic Photography 16 Bit Image Storage
            "77.1.7"); // Dermoscopic Photography Image Storage

    private PictureClasses() {}

    static boolean contain(Uid sopClass) {
        return sopClass.value().startsWith(STORAGE)
                && KNOWN.contains(sopClass.value().substring(STORAGE.length()));
    }
}
