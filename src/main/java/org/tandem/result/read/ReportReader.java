package org.tandem.result.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;

/**
 * Reads a structured report of anybody (PS3.3 C.17.3): Basic Text, Enhanced, Comprehensive, Comprehensive 3D, Key
 * Object Selection and their kin, of whatever template. A value that cannot be read is told as such in its place; only
 * what has no tree is refused.
 */
public final class ReportReader {

    /** Structured reports share this beginning of their SOP class UIDs (PS3.6 Annex A). */
    private static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.88.";

    private static final int[] TEXTS = {
        Tag.TEXT_VALUE, Tag.PERSON_NAME, Tag.DATE, Tag.TIME, Tag.DATE_TIME, Tag.UID_VALUE
    };

    private ReportReader() {}

    /** Whether an object is of a class that this reads. */
    public static boolean reads(DataSet dataSet) {
        return dataSet.uid(Tag.SOP_CLASS_UID)
                .map(Uid::value)
                .filter(uid -> uid.startsWith(SOP_CLASSES))
                .isPresent();
    }

    /** Reads the whole tree. */
    public static ReadReport read(DataSet document) {
        if (!reads(document)) {
            throw refused(
                    "SOP Class",
                    document.uid(Tag.SOP_CLASS_UID).map(SopClasses::name).orElse("none"),
                    "a structured report");
        }
        if (!document.string(Tag.VALUE_TYPE).orElse("").equals("CONTAINER")) {
            throw refused("root", document.string(Tag.VALUE_TYPE).orElse("no Value Type"), "CONTAINER");
        }
        return new ReadReport(
                document.requireUid(Tag.SOP_CLASS_UID),
                document.string(Tag.COMPLETION_FLAG),
                document.string(Tag.VERIFICATION_FLAG),
                document.string(Tag.PRELIMINARY_FLAG),
                item(document));
    }

    private static ReportItem item(DataSet item) {
        List<ReportItem> children = new ArrayList<>();
        item.items(Tag.CONTENT_SEQUENCE).forEach(child -> children.add(item(child)));
        return new ReportItem(
                item.string(Tag.RELATIONSHIP_TYPE).orElse(""),
                item.string(Tag.VALUE_TYPE).orElse(""),
                ReadCodes.first(item, Tag.CONCEPT_NAME_CODE_SEQUENCE),
                value(item),
                children);
    }

    private static ItemValue value(DataSet item) {
        String type = item.string(Tag.VALUE_TYPE).orElse("");
        return switch (type) {
            case "CONTAINER" ->
                new ItemValue.Container(
                        item.item(Tag.CONTENT_TEMPLATE_SEQUENCE).flatMap(t -> t.string(Tag.TEMPLATE_IDENTIFIER)));
            case "CODE" ->
                ReadCodes.first(item, Tag.CONCEPT_CODE_SEQUENCE)
                        .<ItemValue>map(ItemValue.Coded::new)
                        .orElse(new ItemValue.Unreadable("no code"));
            case "NUM" -> measured(item);
            case "TEXT", "PNAME", "DATE", "TIME", "DATETIME", "UIDREF" -> new ItemValue.Text(text(item));
            case "IMAGE", "COMPOSITE", "WAVEFORM" -> instance(item);
            case "SCOORD" -> coordinates(item, 2);
            case "SCOORD3D" -> coordinates(item, 3);
            case "TCOORD" -> times(item);
            case "" -> otherItem(item);
            default -> new ItemValue.Unreadable("value type " + type);
        };
    }

    /** Values of text as they stand, those of several joined. */
    private static String text(DataSet item) {
        return Arrays.stream(TEXTS)
                .filter(item::hasValue)
                .mapToObj(tag -> String.join("\\", item.strings(tag)))
                .findFirst()
                .orElse("");
    }

    private static ItemValue measured(DataSet item) {
        Optional<Code> qualifier = ReadCodes.first(item, Tag.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE);
        DataSet measured = item.item(Tag.MEASURED_VALUE_SEQUENCE).orElse(DataSet.EMPTY);
        return new ItemValue.Measured(
                measured.string(Tag.NUMERIC_VALUE).orElse(""),
                measured.decimal(Tag.NUMERIC_VALUE),
                ReadCodes.first(measured, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE),
                qualifier);
    }

    private static ItemValue instance(DataSet item) {
        DataSet reference = item.item(Tag.REFERENCED_SOP_SEQUENCE).orElse(DataSet.EMPTY);
        return reference
                .uid(Tag.REFERENCED_SOP_INSTANCE_UID)
                .<ItemValue>map(uid -> new ItemValue.Instance(
                        reference.uid(Tag.REFERENCED_SOP_CLASS_UID),
                        uid,
                        numbers(reference, Tag.REFERENCED_FRAME_NUMBER),
                        numbers(reference, Tag.REFERENCED_SEGMENT_NUMBER)))
                .orElse(new ItemValue.Unreadable("no instance"));
    }

    private static ItemValue coordinates(DataSet item, int dimensions) {
        return new ItemValue.Coordinates(
                item.string(Tag.GRAPHIC_TYPE).orElse("shape"),
                ItemValue.Coordinates.points(item.decimals(Tag.GRAPHIC_DATA), dimensions),
                item.uid(Tag.REFERENCED_FRAME_OF_REFERENCE_UID),
                dimensions == 3);
    }

    private static ItemValue times(DataSet item) {
        List<String> points = Stream.of(
                        numbers(item, Tag.REFERENCED_SAMPLE_POSITIONS).stream().map(n -> "sample " + n),
                        item.strings(Tag.REFERENCED_TIME_OFFSETS).stream().map(s -> s + " ms"),
                        item.strings(Tag.REFERENCED_DATE_TIME).stream())
                .flatMap(s -> s)
                .toList();
        return new ItemValue.Times(item.string(Tag.TEMPORAL_RANGE_TYPE).orElse("time"), points);
    }

    private static ItemValue otherItem(DataSet item) {
        List<Integer> path = numbers(item, Tag.REFERENCED_CONTENT_ITEM_IDENTIFIER);
        return path.isEmpty() ? new ItemValue.Unreadable("no value type") : new ItemValue.OtherItem(path);
    }

    private static List<Integer> numbers(DataSet item, int tag) {
        return Arrays.stream(item.integers(tag)).boxed().toList();
    }

    private static TandemException refused(String where, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, "Structured report, " + where + ": got " + got + ", expected " + expected);
    }
}
