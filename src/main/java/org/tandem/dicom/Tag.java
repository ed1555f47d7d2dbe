package org.tandem.dicom;

/**
 * The data element tags that Tandem uses, by the keywords of PS3.6, as 32-bit numbers: group in the upper, element in
 * the lower half. {@code TagTest} holds each to the dictionary.
 */
public final class Tag {

    public static final int COMMAND_GROUP_LENGTH = 0x00000000;
    public static final int AFFECTED_SOP_CLASS_UID = 0x00000002;
    public static final int REQUESTED_SOP_CLASS_UID = 0x00000003;
    public static final int COMMAND_FIELD = 0x00000100;
    public static final int MESSAGE_ID = 0x00000110;
    public static final int MESSAGE_ID_BEING_RESPONDED_TO = 0x00000120;
    public static final int MOVE_DESTINATION = 0x00000600;
    public static final int PRIORITY = 0x00000700;
    public static final int COMMAND_DATA_SET_TYPE = 0x00000800;
    public static final int STATUS = 0x00000900;
    public static final int OFFENDING_ELEMENT = 0x00000901;
    public static final int ERROR_COMMENT = 0x00000902;
    public static final int ERROR_ID = 0x00000903;
    public static final int AFFECTED_SOP_INSTANCE_UID = 0x00001000;
    public static final int REQUESTED_SOP_INSTANCE_UID = 0x00001001;
    public static final int EVENT_TYPE_ID = 0x00001002;
    public static final int ACTION_TYPE_ID = 0x00001008;
    public static final int NUMBER_OF_REMAINING_SUBOPERATIONS = 0x00001020;
    public static final int NUMBER_OF_COMPLETED_SUBOPERATIONS = 0x00001021;
    public static final int NUMBER_OF_FAILED_SUBOPERATIONS = 0x00001022;
    public static final int NUMBER_OF_WARNING_SUBOPERATIONS = 0x00001023;
    public static final int MOVE_ORIGINATOR_APPLICATION_ENTITY_TITLE = 0x00001030;
    public static final int MOVE_ORIGINATOR_MESSAGE_ID = 0x00001031;

    public static final int FILE_META_INFORMATION_GROUP_LENGTH = 0x00020000;
    public static final int FILE_META_INFORMATION_VERSION = 0x00020001;
    public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
    public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
    public static final int TRANSFER_SYNTAX_UID = 0x00020010;
    public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
    public static final int IMPLEMENTATION_VERSION_NAME = 0x00020013;
    public static final int SOURCE_APPLICATION_ENTITY_TITLE = 0x00020016;
    public static final int SENDING_APPLICATION_ENTITY_TITLE = 0x00020017;
    public static final int RECEIVING_APPLICATION_ENTITY_TITLE = 0x00020018;

    public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
    public static final int IMAGE_TYPE = 0x00080008;
    public static final int INSTANCE_CREATION_DATE = 0x00080012;
    public static final int INSTANCE_CREATION_TIME = 0x00080013;
    public static final int INSTANCE_CREATOR_UID = 0x00080014;
    public static final int SOP_CLASS_UID = 0x00080016;
    public static final int SOP_INSTANCE_UID = 0x00080018;
    public static final int STUDY_DATE = 0x00080020;
    public static final int SERIES_DATE = 0x00080021;
    public static final int ACQUISITION_DATE = 0x00080022;
    public static final int CONTENT_DATE = 0x00080023;
    public static final int ACQUISITION_DATE_TIME = 0x0008002A;
    public static final int STUDY_TIME = 0x00080030;
    public static final int SERIES_TIME = 0x00080031;
    public static final int ACQUISITION_TIME = 0x00080032;
    public static final int CONTENT_TIME = 0x00080033;
    public static final int ACCESSION_NUMBER = 0x00080050;
    public static final int ISSUER_OF_ACCESSION_NUMBER_SEQUENCE = 0x00080051;
    public static final int QUERY_RETRIEVE_LEVEL = 0x00080052;
    public static final int RETRIEVE_AE_TITLE = 0x00080054;
    public static final int FAILED_SOP_INSTANCE_UID_LIST = 0x00080058;
    public static final int MODALITY = 0x00080060;
    public static final int MODALITIES_IN_STUDY = 0x00080061;
    public static final int CONVERSION_TYPE = 0x00080064;
    public static final int PRESENTATION_INTENT_TYPE = 0x00080068;
    public static final int MANUFACTURER = 0x00080070;
    public static final int INSTITUTION_NAME = 0x00080080;
    public static final int INSTITUTION_ADDRESS = 0x00080081;
    public static final int REFERRING_PHYSICIAN_NAME = 0x00080090;
    public static final int CODE_VALUE = 0x00080100;
    public static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
    public static final int CODING_SCHEME_VERSION = 0x00080103;
    public static final int CODE_MEANING = 0x00080104;
    public static final int MAPPING_RESOURCE = 0x00080105;
    public static final int CODING_SCHEME_UID = 0x0008010C;
    public static final int CONTEXT_IDENTIFIER = 0x0008010F;
    public static final int CODING_SCHEME_IDENTIFICATION_SEQUENCE = 0x00080110;
    public static final int CODING_SCHEME_NAME = 0x00080115;
    public static final int LONG_CODE_VALUE = 0x00080119;
    public static final int URN_CODE_VALUE = 0x00080120;
    public static final int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
    public static final int STATION_NAME = 0x00081010;
    public static final int STUDY_DESCRIPTION = 0x00081030;
    public static final int PROCEDURE_CODE_SEQUENCE = 0x00081032;
    public static final int SERIES_DESCRIPTION = 0x0008103E;
    public static final int INSTITUTIONAL_DEPARTMENT_NAME = 0x00081040;
    public static final int PHYSICIANS_OF_RECORD = 0x00081048;
    public static final int PERFORMING_PHYSICIAN_NAME = 0x00081050;
    public static final int OPERATORS_NAME = 0x00081070;
    public static final int MANUFACTURER_MODEL_NAME = 0x00081090;
    public static final int REFERENCED_STUDY_SEQUENCE = 0x00081110;
    public static final int REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE = 0x00081111;
    public static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    public static final int REFERENCED_PATIENT_SEQUENCE = 0x00081120;
    public static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
    public static final int REFERENCED_INSTANCE_SEQUENCE = 0x0008114A;
    public static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
    public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
    public static final int REFERENCED_FRAME_NUMBER = 0x00081160;
    public static final int TRANSACTION_UID = 0x00081195;
    public static final int FAILURE_REASON = 0x00081197;
    public static final int FAILED_SOP_SEQUENCE = 0x00081198;
    public static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    public static final int STUDIES_CONTAINING_OTHER_REFERENCED_INSTANCES_SEQUENCE = 0x00081200;
    public static final int DERIVATION_DESCRIPTION = 0x00082111;
    public static final int SOURCE_IMAGE_SEQUENCE = 0x00082112;
    public static final int ANATOMIC_REGION_SEQUENCE = 0x00082218;
    public static final int ANATOMIC_REGION_MODIFIER_SEQUENCE = 0x00082220;
    public static final int FRAME_TYPE = 0x00089007;
    public static final int DERIVATION_IMAGE_SEQUENCE = 0x00089124;
    public static final int PIXEL_PRESENTATION = 0x00089205;
    public static final int DERIVATION_CODE_SEQUENCE = 0x00089215;

    public static final int PATIENT_NAME = 0x00100010;
    public static final int PATIENT_ID = 0x00100020;
    public static final int ISSUER_OF_PATIENT_ID = 0x00100021;
    public static final int ISSUER_OF_PATIENT_ID_QUALIFIERS_SEQUENCE = 0x00100024;
    public static final int PATIENT_BIRTH_DATE = 0x00100030;
    public static final int PATIENT_BIRTH_TIME = 0x00100032;
    public static final int PATIENT_SEX = 0x00100040;
    public static final int OTHER_PATIENT_I_DS = 0x00101000;
    public static final int OTHER_PATIENT_IDS_SEQUENCE = 0x00101002;
    public static final int PATIENT_AGE = 0x00101010;
    public static final int PATIENT_SIZE = 0x00101020;
    public static final int PATIENT_WEIGHT = 0x00101030;
    public static final int ETHNIC_GROUP = 0x00102160;
    public static final int PATIENT_COMMENTS = 0x00104000;

    public static final int CLINICAL_TRIAL_SPONSOR_NAME = 0x00120010;
    public static final int CLINICAL_TRIAL_PROTOCOL_ID = 0x00120020;
    public static final int CLINICAL_TRIAL_PROTOCOL_NAME = 0x00120021;
    public static final int CLINICAL_TRIAL_SITE_ID = 0x00120030;
    public static final int CLINICAL_TRIAL_SITE_NAME = 0x00120031;
    public static final int CLINICAL_TRIAL_SUBJECT_ID = 0x00120040;
    public static final int CLINICAL_TRIAL_SUBJECT_READING_ID = 0x00120042;
    public static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
    public static final int DEIDENTIFICATION_METHOD = 0x00120063;
    public static final int DEIDENTIFICATION_METHOD_CODE_SEQUENCE = 0x00120064;

    public static final int CONTRAST_BOLUS_AGENT = 0x00180010;
    public static final int BODY_PART_EXAMINED = 0x00180015;
    public static final int SCANNING_SEQUENCE = 0x00180020;
    public static final int SEQUENCE_VARIANT = 0x00180021;
    public static final int SCAN_OPTIONS = 0x00180022;
    public static final int MR_ACQUISITION_TYPE = 0x00180023;
    public static final int SLICE_THICKNESS = 0x00180050;
    public static final int KVP = 0x00180060;
    public static final int REPETITION_TIME = 0x00180080;
    public static final int ECHO_TIME = 0x00180081;
    public static final int ECHO_NUMBERS = 0x00180086;
    public static final int MAGNETIC_FIELD_STRENGTH = 0x00180087;
    public static final int SPACING_BETWEEN_SLICES = 0x00180088;
    public static final int DEVICE_SERIAL_NUMBER = 0x00181000;
    public static final int DEVICE_UID = 0x00181002;
    public static final int SECONDARY_CAPTURE_DEVICE_MANUFACTURER = 0x00181016;
    public static final int SECONDARY_CAPTURE_DEVICE_MANUFACTURER_MODEL_NAME = 0x00181018;
    public static final int SECONDARY_CAPTURE_DEVICE_SOFTWARE_VERSIONS = 0x00181019;
    public static final int SOFTWARE_VERSIONS = 0x00181020;
    public static final int PROTOCOL_NAME = 0x00181030;
    public static final int GANTRY_DETECTOR_TILT = 0x00181120;
    public static final int IMAGER_PIXEL_SPACING = 0x00181164;
    public static final int CONVOLUTION_KERNEL = 0x00181210;
    public static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
    public static final int PATIENT_POSITION = 0x00185100;
    public static final int VIEW_POSITION = 0x00185101;
    public static final int CONTENT_QUALIFICATION = 0x00189004;
    public static final int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
    public static final int CONTRIBUTING_EQUIPMENT_SEQUENCE = 0x0018A001;

    public static final int STUDY_INSTANCE_UID = 0x0020000D;
    public static final int SERIES_INSTANCE_UID = 0x0020000E;
    public static final int STUDY_ID = 0x00200010;
    public static final int SERIES_NUMBER = 0x00200011;
    public static final int ACQUISITION_NUMBER = 0x00200012;
    public static final int INSTANCE_NUMBER = 0x00200013;
    public static final int PATIENT_ORIENTATION = 0x00200020;
    public static final int IMAGE_POSITION_PATIENT = 0x00200032;
    public static final int IMAGE_ORIENTATION_PATIENT = 0x00200037;
    public static final int FRAME_OF_REFERENCE_UID = 0x00200052;
    public static final int LATERALITY = 0x00200060;
    public static final int IMAGE_LATERALITY = 0x00200062;
    public static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
    public static final int NUMBER_OF_TEMPORAL_POSITIONS = 0x00200105;
    public static final int POSITION_REFERENCE_INDICATOR = 0x00201040;
    public static final int SLICE_LOCATION = 0x00201041;
    public static final int NUMBER_OF_STUDY_RELATED_SERIES = 0x00201206;
    public static final int NUMBER_OF_STUDY_RELATED_INSTANCES = 0x00201208;
    public static final int NUMBER_OF_SERIES_RELATED_INSTANCES = 0x00201209;
    public static final int IMAGE_COMMENTS = 0x00204000;
    public static final int STACK_ID = 0x00209056;
    public static final int IN_STACK_POSITION_NUMBER = 0x00209057;
    public static final int FRAME_ANATOMY_SEQUENCE = 0x00209071;
    public static final int FRAME_LATERALITY = 0x00209072;
    public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;
    public static final int PLANE_POSITION_SEQUENCE = 0x00209113;
    public static final int PLANE_ORIENTATION_SEQUENCE = 0x00209116;
    public static final int TEMPORAL_POSITION_INDEX = 0x00209128;
    public static final int DIMENSION_INDEX_VALUES = 0x00209157;
    public static final int DIMENSION_ORGANIZATION_UID = 0x00209164;
    public static final int DIMENSION_INDEX_POINTER = 0x00209165;
    public static final int FUNCTIONAL_GROUP_POINTER = 0x00209167;
    public static final int DIMENSION_ORGANIZATION_SEQUENCE = 0x00209221;
    public static final int DIMENSION_INDEX_SEQUENCE = 0x00209222;
    public static final int DIMENSION_ORGANIZATION_TYPE = 0x00209311;
    public static final int DIMENSION_DESCRIPTION_LABEL = 0x00209421;

    public static final int ALGORITHM_SOURCE = 0x00240202;

    public static final int SAMPLES_PER_PIXEL = 0x00280002;
    public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
    public static final int PLANAR_CONFIGURATION = 0x00280006;
    public static final int NUMBER_OF_FRAMES = 0x00280008;
    public static final int FRAME_INCREMENT_POINTER = 0x00280009;
    public static final int ROWS = 0x00280010;
    public static final int COLUMNS = 0x00280011;
    public static final int PIXEL_SPACING = 0x00280030;
    public static final int PIXEL_ASPECT_RATIO = 0x00280034;
    public static final int BITS_ALLOCATED = 0x00280100;
    public static final int BITS_STORED = 0x00280101;
    public static final int HIGH_BIT = 0x00280102;
    public static final int PIXEL_REPRESENTATION = 0x00280103;
    public static final int SMALLEST_IMAGE_PIXEL_VALUE = 0x00280106;
    public static final int LARGEST_IMAGE_PIXEL_VALUE = 0x00280107;
    public static final int PIXEL_PADDING_VALUE = 0x00280120;
    public static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;
    public static final int BURNED_IN_ANNOTATION = 0x00280301;
    public static final int RECOGNIZABLE_VISUAL_FEATURES = 0x00280302;
    public static final int PIXEL_SPACING_CALIBRATION_TYPE = 0x00280A02;
    public static final int PIXEL_INTENSITY_RELATIONSHIP_SIGN = 0x00281041;
    public static final int WINDOW_CENTER = 0x00281050;
    public static final int WINDOW_WIDTH = 0x00281051;
    public static final int RESCALE_INTERCEPT = 0x00281052;
    public static final int RESCALE_SLOPE = 0x00281053;
    public static final int RESCALE_TYPE = 0x00281054;
    public static final int VOI_LUT_FUNCTION = 0x00281056;
    public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281101;
    public static final int GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281102;
    public static final int BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281103;
    public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281201;
    public static final int GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281202;
    public static final int BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281203;
    public static final int SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281221;
    public static final int SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281222;
    public static final int SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281223;
    public static final int SPATIAL_LOCATIONS_PRESERVED = 0x0028135A;
    public static final int ICC_PROFILE = 0x00282000;
    public static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;
    public static final int LOSSY_IMAGE_COMPRESSION_RATIO = 0x00282112;
    public static final int LOSSY_IMAGE_COMPRESSION_METHOD = 0x00282114;
    public static final int MODALITY_LUT_SEQUENCE = 0x00283000;
    public static final int LUT_DESCRIPTOR = 0x00283002;
    public static final int LUT_EXPLANATION = 0x00283003;
    public static final int LUT_DATA = 0x00283006;
    public static final int VOI_LUT_SEQUENCE = 0x00283010;
    public static final int SOFTCOPY_VOI_LUT_SEQUENCE = 0x00283110;
    public static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;
    public static final int FRAME_VOI_LUT_SEQUENCE = 0x00289132;
    public static final int PIXEL_VALUE_TRANSFORMATION_SEQUENCE = 0x00289145;

    public static final int REQUESTED_PROCEDURE_DESCRIPTION = 0x00321060;
    public static final int REQUESTED_PROCEDURE_CODE_SEQUENCE = 0x00321064;

    public static final int SCHEDULED_PROCEDURE_STEP_ID = 0x00400009;
    public static final int PERFORMED_PROCEDURE_STEP_START_DATE = 0x00400244;
    public static final int PERFORMED_PROCEDURE_STEP_ID = 0x00400253;
    public static final int PERFORMED_PROCEDURE_STEP_DESCRIPTION = 0x00400254;
    public static final int REQUEST_ATTRIBUTES_SEQUENCE = 0x00400275;
    public static final int ACQUISITION_CONTEXT_SEQUENCE = 0x00400555;
    public static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
    public static final int REQUESTED_PROCEDURE_ID = 0x00401001;
    public static final int PLACER_ORDER_NUMBER_IMAGING_SERVICE_REQUEST = 0x00402016;
    public static final int FILLER_ORDER_NUMBER_IMAGING_SERVICE_REQUEST = 0x00402017;
    public static final int PARAMETRIC_MAP_FRAME_TYPE_SEQUENCE = 0x00409092;
    public static final int REAL_WORLD_VALUE_MAPPING_SEQUENCE = 0x00409096;
    public static final int LUT_LABEL = 0x00409210;
    public static final int REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409211;
    public static final int REAL_WORLD_VALUE_LUT_DATA = 0x00409212;
    public static final int DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409213;
    public static final int DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409214;
    public static final int REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409216;
    public static final int QUANTITY_DEFINITION_SEQUENCE = 0x00409220;
    public static final int REAL_WORLD_VALUE_INTERCEPT = 0x00409224;
    public static final int REAL_WORLD_VALUE_SLOPE = 0x00409225;
    public static final int RELATIONSHIP_TYPE = 0x0040A010;
    public static final int VALUE_TYPE = 0x0040A040;
    public static final int CONCEPT_NAME_CODE_SEQUENCE = 0x0040A043;
    public static final int CONTINUITY_OF_CONTENT = 0x0040A050;
    public static final int AUTHOR_OBSERVER_SEQUENCE = 0x0040A078;
    public static final int REFERENCED_WAVEFORM_CHANNELS = 0x0040A0B0;
    public static final int DATE_TIME = 0x0040A120;
    public static final int DATE = 0x0040A121;
    public static final int TIME = 0x0040A122;
    public static final int PERSON_NAME = 0x0040A123;
    public static final int UID_VALUE = 0x0040A124;
    public static final int TEMPORAL_RANGE_TYPE = 0x0040A130;
    public static final int REFERENCED_SAMPLE_POSITIONS = 0x0040A132;
    public static final int REFERENCED_TIME_OFFSETS = 0x0040A138;
    public static final int REFERENCED_DATE_TIME = 0x0040A13A;
    public static final int TEXT_VALUE = 0x0040A160;
    public static final int FLOATING_POINT_VALUE = 0x0040A161;
    public static final int CONCEPT_CODE_SEQUENCE = 0x0040A168;
    public static final int PURPOSE_OF_REFERENCE_CODE_SEQUENCE = 0x0040A170;
    public static final int MEASURED_VALUE_SEQUENCE = 0x0040A300;
    public static final int NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE = 0x0040A301;
    public static final int NUMERIC_VALUE = 0x0040A30A;
    public static final int PREDECESSOR_DOCUMENTS_SEQUENCE = 0x0040A360;
    public static final int REFERENCED_REQUEST_SEQUENCE = 0x0040A370;
    public static final int PERFORMED_PROCEDURE_CODE_SEQUENCE = 0x0040A372;
    public static final int CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE = 0x0040A375;
    public static final int PERTINENT_OTHER_EVIDENCE_SEQUENCE = 0x0040A385;
    public static final int COMPLETION_FLAG = 0x0040A491;
    public static final int VERIFICATION_FLAG = 0x0040A493;
    public static final int PRELIMINARY_FLAG = 0x0040A496;
    public static final int CONTENT_TEMPLATE_SEQUENCE = 0x0040A504;
    public static final int CONTENT_SEQUENCE = 0x0040A730;
    public static final int TEMPLATE_IDENTIFIER = 0x0040DB00;
    public static final int REFERENCED_CONTENT_ITEM_IDENTIFIER = 0x0040DB73;
    public static final int DOCUMENT_TITLE = 0x00420010;
    public static final int ENCAPSULATED_DOCUMENT = 0x00420011;
    public static final int MIME_TYPE_OF_ENCAPSULATED_DOCUMENT = 0x00420012;
    public static final int SOURCE_INSTANCE_SEQUENCE = 0x00420013;
    public static final int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;

    public static final int PIXEL_ORIGIN_INTERPRETATION = 0x00480301;

    public static final int VIEW_CODE_SEQUENCE = 0x00540220;
    public static final int SEGMENTATION_TYPE = 0x00620001;
    public static final int SEGMENT_SEQUENCE = 0x00620002;
    public static final int SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE = 0x00620003;
    public static final int SEGMENT_NUMBER = 0x00620004;
    public static final int SEGMENT_LABEL = 0x00620005;
    public static final int SEGMENT_DESCRIPTION = 0x00620006;
    public static final int SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE = 0x00620007;
    public static final int SEGMENT_ALGORITHM_TYPE = 0x00620008;
    public static final int SEGMENT_ALGORITHM_NAME = 0x00620009;
    public static final int SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000A;
    public static final int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
    public static final int RECOMMENDED_DISPLAY_GRAYSCALE_VALUE = 0x0062000C;
    public static final int RECOMMENDED_DISPLAY_CIE_LAB_VALUE = 0x0062000D;
    public static final int MAXIMUM_FRACTIONAL_VALUE = 0x0062000E;
    public static final int SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE = 0x0062000F;
    public static final int SEGMENTATION_FRACTIONAL_TYPE = 0x00620010;
    public static final int SEGMENTED_PROPERTY_TYPE_MODIFIER_CODE_SEQUENCE = 0x00620011;
    public static final int SEGMENTS_OVERLAP = 0x00620013;
    public static final int TRACKING_ID = 0x00620020;
    public static final int TRACKING_UID = 0x00620021;

    public static final int ALGORITHM_FAMILY_CODE_SEQUENCE = 0x0066002F;
    public static final int ALGORITHM_NAME_CODE_SEQUENCE = 0x00660030;
    public static final int ALGORITHM_VERSION = 0x00660031;
    public static final int ALGORITHM_PARAMETERS = 0x00660032;
    public static final int ALGORITHM_NAME = 0x00660036;

    public static final int GRAPHIC_ANNOTATION_SEQUENCE = 0x00700001;
    public static final int GRAPHIC_LAYER = 0x00700002;
    public static final int BOUNDING_BOX_ANNOTATION_UNITS = 0x00700003;
    public static final int ANCHOR_POINT_ANNOTATION_UNITS = 0x00700004;
    public static final int GRAPHIC_ANNOTATION_UNITS = 0x00700005;
    public static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
    public static final int TEXT_OBJECT_SEQUENCE = 0x00700008;
    public static final int GRAPHIC_OBJECT_SEQUENCE = 0x00700009;
    public static final int BOUNDING_BOX_TOP_LEFT_HAND_CORNER = 0x00700010;
    public static final int BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER = 0x00700011;
    public static final int BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION = 0x00700012;
    public static final int ANCHOR_POINT = 0x00700014;
    public static final int ANCHOR_POINT_VISIBILITY = 0x00700015;
    public static final int GRAPHIC_DIMENSIONS = 0x00700020;
    public static final int NUMBER_OF_GRAPHIC_POINTS = 0x00700021;

    public static final int GRAPHIC_DATA = 0x00700022;
    public static final int GRAPHIC_TYPE = 0x00700023;
    public static final int GRAPHIC_FILLED = 0x00700024;
    public static final int DISPLAYED_AREA_TOP_LEFT_HAND_CORNER = 0x00700052;
    public static final int DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER = 0x00700053;
    public static final int DISPLAYED_AREA_SELECTION_SEQUENCE = 0x0070005A;
    public static final int GRAPHIC_LAYER_SEQUENCE = 0x00700060;
    public static final int GRAPHIC_LAYER_ORDER = 0x00700062;
    public static final int GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE = 0x00700066;
    public static final int GRAPHIC_LAYER_DESCRIPTION = 0x00700068;
    public static final int CONTENT_LABEL = 0x00700080;
    public static final int CONTENT_DESCRIPTION = 0x00700081;
    public static final int PRESENTATION_CREATION_DATE = 0x00700082;
    public static final int PRESENTATION_CREATION_TIME = 0x00700083;
    public static final int CONTENT_CREATOR_NAME = 0x00700084;
    public static final int PRESENTATION_SIZE_MODE = 0x00700100;
    public static final int PRESENTATION_PIXEL_SPACING = 0x00700101;
    public static final int PRESENTATION_PIXEL_ASPECT_RATIO = 0x00700102;
    public static final int GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIE_LAB_VALUE = 0x00700401;

    public static final int PRESENTATION_LUT_SHAPE = 0x20500020;

    public static final int REFERENCED_FRAME_OF_REFERENCE_UID = 0x30060024;

    public static final int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
    public static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;

    public static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
    public static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
    public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
    public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
    public static final int PIXEL_DATA = 0x7FE00010;

    public static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;

    public static final int ITEM = 0xFFFEE000;
    public static final int ITEM_DELIMITATION_ITEM = 0xFFFEE00D;
    public static final int SEQUENCE_DELIMITATION_ITEM = 0xFFFEE0DD;

    private Tag() {}

    public static int of(int group, int element) {
        return group << 16 | (element & 0xFFFF);
    }

    public static int group(int tag) {
        return tag >>> 16;
    }

    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /** Whether the tag belongs to a private group (PS3.5 7.8): odd group number. */
    public static boolean isPrivate(int tag) {
        return (group(tag) & 1) == 1;
    }

    /** Whether the tag reserves a block of private elements: (gggg,0010) to (gggg,00FF). */
    public static boolean isPrivateCreator(int tag) {
        return isPrivate(tag) && element(tag) >= 0x10 && element(tag) <= 0xFF;
    }

    /** The tag as the standard writes it: "(0008,0018)". */
    public static String format(int tag) {
        return String.format("(%04X,%04X)", group(tag), element(tag));
    }
}
