package org.tandem.result.sr;

import java.util.Map;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.PlainText;

/**
 * How a source was imaged.
 *
 * @param code acquisition modality, CID 29
 * @param procedure imaging procedure reported, CID 100
 */
record ImagingModality(Code code, Code procedure) {

    private static final Code ANY_PROCEDURE = new Code("363679005", "SCT", "Imaging procedure");
    private static final Code RADIOGRAPHY = new Code("43468-8", "LN", "XR unspecified body region");

    private static final Map<String, ImagingModality> KNOWN = Map.of(
            "CT", known("CT", "Computed Tomography", new Code("25045-6", "LN", "CT unspecified body region")),
            "MR", known("MR", "Magnetic Resonance", new Code("25056-3", "LN", "MRI unspecified body region")),
            "PT", known("PT", "Positron emission tomography", new Code("44136-0", "LN", "PET unspecified body region")),
            "NM", known("NM", "Nuclear Medicine", new Code("49118-3", "LN", "NM unspecified body region")),
            "CR", known("CR", "Computed Radiography", RADIOGRAPHY),
            "DX", known("DX", "Digital Radiography", RADIOGRAPHY));

    /** Of the source's Modality (0008,0060). */
    static ImagingModality of(DataSet sourceHeader) {
        String modality = PlainText.codeString(sourceHeader.string(Tag.MODALITY).orElse("OT"));
        return KNOWN.getOrDefault(modality, known(modality, modality, ANY_PROCEDURE));
    }

    private static ImagingModality known(String value, String meaning, Code procedure) {
        return new ImagingModality(new Code(value, "DCM", meaning), procedure);
    }
}
