package org.tandem.dicom;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The SOP classes of PS3.6 Annex A, retired ones included, and those that Tandem names in its code. */
public final class SopClasses {

    public static final Uid VERIFICATION = new Uid("1.2.840.10008.1.1");
    public static final Uid STORAGE_COMMITMENT_PUSH_MODEL = new Uid("1.2.840.10008.1.20.1");
    public static final Uid COMPUTED_RADIOGRAPHY_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.1");
    public static final Uid DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION = new Uid("1.2.840.10008.5.1.4.1.1.1.1");
    public static final Uid CT_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.2");
    public static final Uid ENHANCED_CT_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.2.1");
    public static final Uid LEGACY_CONVERTED_ENHANCED_CT_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.2.2");
    public static final Uid MR_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.4");
    public static final Uid ENHANCED_MR_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.4.1");
    public static final Uid LEGACY_CONVERTED_ENHANCED_MR_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.4.4");
    public static final Uid SECONDARY_CAPTURE_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.7");
    public static final Uid MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE_IMAGE_STORAGE =
            new Uid("1.2.840.10008.5.1.4.1.1.7.2");
    public static final Uid MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE_STORAGE =
            new Uid("1.2.840.10008.5.1.4.1.1.7.3");
    public static final Uid MULTI_FRAME_TRUE_COLOR_SECONDARY_CAPTURE_IMAGE_STORAGE =
            new Uid("1.2.840.10008.5.1.4.1.1.7.4");
    public static final Uid GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.11.1");
    public static final Uid COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.11.2");
    public static final Uid PARAMETRIC_MAP_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.30");
    public static final Uid RAW_DATA_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.66");
    public static final Uid SEGMENTATION_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.66.4");
    public static final Uid LABEL_MAP_SEGMENTATION_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.66.7");
    public static final Uid BASIC_TEXT_SR_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.88.11");
    public static final Uid ENHANCED_SR_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.88.22");
    public static final Uid COMPREHENSIVE_SR_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.88.33");
    public static final Uid COMPREHENSIVE_3D_SR_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.88.34");
    public static final Uid KEY_OBJECT_SELECTION_DOCUMENT_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.88.59");
    public static final Uid ENCAPSULATED_PDF_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.104.1");
    public static final Uid POSITRON_EMISSION_TOMOGRAPHY_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.128");
    public static final Uid ENHANCED_PET_IMAGE_STORAGE = new Uid("1.2.840.10008.5.1.4.1.1.130");

    private record SopClass(String name, boolean storage) {}

    private static final Map<Uid, SopClass> BY_UID = load();
    private static final List<Uid> STORAGE = BY_UID.entrySet().stream()
            .filter(entry -> entry.getValue().storage())
            .map(Map.Entry::getKey)
            .sorted(Comparator.naturalOrder())
            .toList();

    private SopClasses() {}

    /** Whether instances of this class are composite objects of a patient that C-STORE carries (PS3.4 B.5). */
    public static boolean isStorage(Uid sopClass) {
        SopClass known = BY_UID.get(sopClass);
        return known != null && known.storage();
    }

    /** Whether the standard's registry has this class. */
    public static boolean isKnown(Uid sopClass) {
        return BY_UID.containsKey(sopClass);
    }

    /** The name that the standard gives it, or "unknown SOP class". */
    public static String name(Uid sopClass) {
        SopClass known = BY_UID.get(sopClass);
        return known != null ? known.name() : "unknown SOP class";
    }

    /** All storage SOP classes, in the order of their UIDs. */
    public static List<Uid> storage() {
        return STORAGE;
    }

    private static Map<Uid, SopClass> load() {
        Map<Uid, SopClass> classes = new LinkedHashMap<>();
        for (String[] row : StandardTable.rows("sop-classes.tsv", 4)) {
            classes.put(new Uid(row[0]), new SopClass(row[3], row[1].equals("storage")));
        }
        return classes;
    }
}
