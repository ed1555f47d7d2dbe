package org.tandem.result.iod;

import org.tandem.dicom.Code;

/**
 * The coded concepts that results use; values and meanings of PS3.16-2024e, the context group or template beside each.
 */
public final class Concepts {

    // Templates 1500, 1600, 1411, 1501: sections and groups
    public static final Code IMAGING_MEASUREMENT_REPORT = dcm("126000", "Imaging Measurement Report"); // CID 7021
    public static final Code IMAGE_LIBRARY = dcm("111028", "Image Library");
    public static final Code IMAGE_LIBRARY_GROUP = dcm("126200", "Image Library Group");
    public static final Code IMAGING_MEASUREMENTS = dcm("126010", "Imaging Measurements");
    public static final Code MEASUREMENT_GROUP = dcm("125007", "Measurement Group");
    public static final Code QUALITATIVE_EVALUATIONS = new Code("C0034375", "UMLS", "Qualitative Evaluations");

    // TID 1204, 1002, 1004, 1500 row 4: context
    public static final Code LANGUAGE = dcm("121049", "Language of Content Item and Descendants");
    public static final Code ENGLISH = new Code("en-US", "RFC5646", "English (United States)");
    public static final Code OBSERVER_TYPE = dcm("121005", "Observer Type");
    public static final Code DEVICE = dcm("121007", "Device");
    public static final Code DEVICE_OBSERVER_UID = dcm("121012", "Device Observer UID");
    public static final Code DEVICE_OBSERVER_NAME = dcm("121013", "Device Observer Name");
    public static final Code DEVICE_OBSERVER_MANUFACTURER = dcm("121014", "Device Observer Manufacturer");
    public static final Code DEVICE_OBSERVER_MODEL_NAME = dcm("121015", "Device Observer Model Name");
    public static final Code DEVICE_OBSERVER_SERIAL_NUMBER = dcm("121016", "Device Observer Serial Number");
    public static final Code PROCEDURE_REPORTED = dcm("121058", "Procedure reported");

    // TID 1602: image library entries
    public static final Code MODALITY = dcm("121139", "Modality");
    public static final Code FRAME_OF_REFERENCE_UID = dcm("112227", "Frame of Reference UID");
    public static final Code PIXEL_DATA_ROWS = dcm("110910", "Pixel Data Rows");
    public static final Code PIXEL_DATA_COLUMNS = dcm("110911", "Pixel Data Columns");
    public static final Code HORIZONTAL_PIXEL_SPACING = dcm("111026", "Horizontal Pixel Spacing");
    public static final Code VERTICAL_PIXEL_SPACING = dcm("111066", "Vertical Pixel Spacing");
    public static final Code SPACING_BETWEEN_SLICES = dcm("112226", "Spacing between slices");
    public static final Code SLICE_THICKNESS = dcm("112225", "Slice Thickness");
    public static final Code IMAGE_LATERALITY = dcm("111027", "Image Laterality");
    public static final Code IMAGE_VIEW = dcm("111031", "Image View");
    public static final Code LEFT = sct("7771000", "Left"); // CID 244
    public static final Code RIGHT = sct("24028007", "Right");
    public static final Code BILATERAL = sct("51440002", "Right and left");
    public static final Code UNILATERAL = sct("66459002", "Unilateral");
    public static final Code MILLIMETER = new Code("mm", "UCUM", "millimeter");
    public static final Code PIXELS = new Code("{pixels}", "UCUM", "pixels");

    // TID 1411 and 1501: one finding
    public static final Code TRACKING_IDENTIFIER = dcm("112039", "Tracking Identifier");
    public static final Code TRACKING_UNIQUE_IDENTIFIER = dcm("112040", "Tracking Unique Identifier");
    public static final Code FINDING_CATEGORY = sct("276214006", "Finding category");
    public static final Code FINDING = dcm("121071", "Finding");
    public static final Code ALGORITHM_NAME = dcm("111001", "Algorithm Name"); // TID 4019
    public static final Code ALGORITHM_VERSION = dcm("111003", "Algorithm Version");
    public static final Code ALGORITHM_PARAMETERS = dcm("111002", "Algorithm Parameters");
    public static final Code FINDING_SITE = sct("363698007", "Finding Site");
    public static final Code LATERALITY = sct("272741003", "Laterality");
    public static final Code TOPOGRAPHICAL_MODIFIER = sct("106233006", "Topographical modifier");
    public static final Code IMAGE_REGION = dcm("111030", "Image Region");
    public static final Code CENTER = dcm("111010", "Center");
    public static final Code SOURCE_IMAGE_FOR_SEGMENTATION = dcm("121233", "Source image for segmentation");
    public static final Code REFERENCED_SEGMENTATION_FRAME = dcm("121214", "Referenced Segmentation Frame");
    public static final Code SOURCE_OF_MEASUREMENT = dcm("121112", "Source of Measurement");
    public static final Code DERIVATION = dcm("121401", "Derivation");
    public static final Code PROBABILITY = dcm("122157", "Probability");
    public static final Code PERCENT = new Code("%", "UCUM", "Percent");
    public static final Code NO_UNITS = new Code("1", "UCUM", "no units");
    // CID 224
    public static final Code UPPER_UNCERTAINTY = sct("371886008", "+, range of upper measurement uncertainty");
    public static final Code LOWER_UNCERTAINTY = sct("371885007", "-, range of lower measurement uncertainty");
    public static final Code REFERENCED_SEGMENT = dcm("121191", "Referenced Segment");
    public static final Code SOURCE_SERIES_FOR_SEGMENTATION = dcm("121232", "Source series for segmentation");
    public static final Code MEASUREMENT_METHOD = sct("370129005", "Measurement Method");
    public static final Code PRESENCE_OF_PROPERTY = dcm("121052", "Presence of property");
    public static final Code PRESENT = sct("52101004", "Present"); // CID 240
    public static final Code ABSENT = sct("272519000", "Absent");
    public static final Code UNDETERMINED = sct("373068000", "Undetermined");

    public static final Code VISUAL_EXPLANATION = dcm("130401", "Visual explanation");
    public static final Code QUANTITY = sct("246205007", "Quantity"); // PS3.3 C.7.6.16.2.11

    // Statements on the whole run: TID 4001, CID 6047
    public static final Code PROCESSING_SUMMARY = dcm("111017", "CAD Processing and Findings Summary");
    public static final Code SUCCEEDED_WITHOUT_FINDINGS = dcm("111241", "All algorithms succeeded; without findings");
    public static final Code SUCCEEDED_WITH_FINDINGS = dcm("111242", "All algorithms succeeded; with findings");
    public static final Code NONE_SUCCEEDED = dcm("111245", "No algorithms succeeded; without findings");
    public static final Code COMMENT = dcm("121106", "Comment");

    // TID 2010, CID 7010
    public static final Code OF_INTEREST = dcm("113000", "Of Interest");
    public static final Code KEY_OBJECT_DESCRIPTION = dcm("113012", "Key Object Description");

    // Segmentation: CID 7162, 7203, 7202, 7005
    public static final Code ALGORITHM_FAMILY = dcm("111000", "Algorithm Family");
    public static final Code ARTIFICIAL_INTELLIGENCE = dcm("123110", "Artificial Intelligence");
    public static final Code SEGMENTATION = dcm("113076", "Segmentation");
    public static final Code SPATIAL_AND_RELATIONAL_CONCEPT = sct("309825002", "Spatial and Relational Concept");
    public static final Code BACKGROUND = dcm("125040", "Background");
    public static final Code SOURCE_IMAGE = dcm("121322", "Source image for image processing operation");
    public static final Code PROCESSING_EQUIPMENT = dcm("109102", "Processing Equipment");

    /** Our own coding scheme, for what no other has. */
    public static final String TANDEM = "99TANDEM";

    private Concepts() {}

    private static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }

    private static Code sct(String value, String meaning) {
        return new Code(value, "SCT", meaning);
    }
}
