package org.tandem.result.sr;

import java.util.Map;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.PlainText;

/**
 * How a source was imaged.
 *
 * @param code acquisition modality, CID 29
 * @param procedure imaging procedure reported, CID 100
 * @param intensity what the values of its pixels are
 */
record ImagingModality(Code code, Code procedure, Intensity intensity) {

    /**
     * What the values of pixels are.
     *
     * @param quantity concept name of a measurement of them
     * @param unit of UCUM
     */
    record Intensity(Code quantity, Code unit) {}

    private static final Code ANY_PROCEDURE = new Code("363679005", "SCT", "Imaging procedure");
    private static final Code RADIOGRAPHY = new Code("43468-8", "LN", "XR unspecified body region");

    private static final Intensity HOUNSFIELD = new Intensity(
            new Code("112031", "DCM", "Attenuation Coefficient"), new Code("[hnsf'U]", "UCUM", "Hounsfield unit"));
    private static final Intensity SIGNAL =
            new Intensity(new Code("110852", "DCM", "MR signal intensity"), Concepts.NO_UNITS);
    /** After Modality LUT or rescale; what the unit is, only the device knows. */
    private static final Intensity PIXEL_VALUE =
            new Intensity(new Code("pixel-value", Concepts.TANDEM, "Pixel value"), Concepts.NO_UNITS);

    private static final Map<String, ImagingModality> KNOWN = Map.ofEntries(
            known("CT", "Computed Tomography", new Code("25045-6", "LN", "CT unspecified body region"), HOUNSFIELD),
            known("MR", "Magnetic Resonance", new Code("25056-3", "LN", "MRI unspecified body region"), SIGNAL),
            known("PT", "Positron emission tomography", new Code("44136-0", "LN", "PET unspecified body region")),
            known("NM", "Nuclear Medicine", new Code("49118-3", "LN", "NM unspecified body region")),
            known("CR", "Computed Radiography", RADIOGRAPHY),
            known("DX", "Digital Radiography", RADIOGRAPHY),
            known("MG", "Mammography", new Code("71651007", "SCT", "Mammography")),
            known("DMS", "Dermoscopy", new Code("446078004", "SCT", "Dermoscopic photography")),
            known("XC", "External-camera Photography", ANY_PROCEDURE),
            known("US", "Ultrasound", ANY_PROCEDURE),
            known("OP", "Ophthalmic Photography", ANY_PROCEDURE),
            known("ES", "Endoscopy", ANY_PROCEDURE));

    /** Of the source's Modality (0008,0060), with the procedure that the source names, if it does. */
    static ImagingModality of(DataSet sourceHeader) {
        String modality = PlainText.codeString(sourceHeader.string(Tag.MODALITY).orElse("OT"));
        ImagingModality known = KNOWN.getOrDefault(
                modality, known(modality, modality, ANY_PROCEDURE).getValue());
        return sourceHeader
                .item(Tag.PROCEDURE_CODE_SEQUENCE)
                .filter(ImagingModality::isCode)
                .map(ImagingModality::code)
                .map(procedure -> new ImagingModality(known.code, procedure, known.intensity))
                .orElse(known);
    }

    /** In plain text: a meaning in another script would be read in the wrong one. */
    static boolean isCode(DataSet item) {
        return item.hasValue(Tag.CODE_VALUE)
                && item.hasValue(Tag.CODING_SCHEME_DESIGNATOR)
                && item.string(Tag.CODE_MEANING)
                        .filter(meaning -> PlainText.longString(meaning).equals(meaning.strip()))
                        .isPresent();
    }

    static Code code(DataSet item) {
        return new Code(
                item.requireString(Tag.CODE_VALUE),
                item.requireString(Tag.CODING_SCHEME_DESIGNATOR),
                item.requireString(Tag.CODE_MEANING).strip());
    }

    private static Map.Entry<String, ImagingModality> known(String value, String meaning, Code procedure) {
        return known(value, meaning, procedure, PIXEL_VALUE);
    }

    private static Map.Entry<String, ImagingModality> known(
            String value, String meaning, Code procedure, Intensity intensity) {
        return Map.entry(value, new ImagingModality(new Code(value, "DCM", meaning), procedure, intensity));
    }
}
