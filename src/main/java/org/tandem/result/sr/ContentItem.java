package org.tandem.result.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.ModuleWriter;

/** A node of a report's tree (PS3.3 C.17.3): a name, a value of its type, and what hangs below it. */
sealed interface ContentItem {

    /** Value Type (0040,A040). */
    String valueType();

    /** Concept Name; only references to instances may go without. */
    Optional<Code> concept();

    /** What hangs below it; nothing unless it says so. */
    default List<Related> children() {
        return List.of();
    }

    void writeValue(ModuleWriter out);

    /** Every code of this item alone. */
    default List<Code> codes() {
        return concept().stream().toList();
    }

    /** Every code of this item and of all below it. */
    default List<Code> allCodes() {
        List<Code> codes = new ArrayList<>(codes());
        children().forEach(child -> codes.addAll(child.item().allCodes()));
        return codes;
    }

    default void write(ModuleWriter out) {
        out.type1(Tag.VALUE_TYPE, valueType());
        concept().ifPresent(code -> out.type1(Tag.CONCEPT_NAME_CODE_SEQUENCE, code));
        writeValue(out);
        out.type1C(
                !children().isEmpty(),
                Tag.CONTENT_SEQUENCE,
                children().stream()
                        .map(child -> ModuleWriter.item(child::write))
                        .toList());
    }

    /** An item that has to have a name. */
    sealed interface Named extends ContentItem {

        Code name();

        @Override
        default Optional<Code> concept() {
            return Optional.of(name());
        }
    }

    /**
     * A heading with what stands under it.
     *
     * @param template identifier in PS3.16 of the template that it follows, perhaps empty
     */
    record Container(Code name, String template, List<Related> children) implements Named {
        public Container {
            children = List.copyOf(children);
        }

        static Container of(Code name, List<Related> children) {
            return new Container(name, "", children);
        }

        @Override
        public String valueType() {
            return "CONTAINER";
        }

        @Override
        public void writeValue(ModuleWriter out) {
            out.type1(Tag.CONTINUITY_OF_CONTENT, "SEPARATE");
            out.type1C(!template.isEmpty(), Tag.CONTENT_TEMPLATE_SEQUENCE, item -> {
                item.type1(Tag.MAPPING_RESOURCE, "DCMR");
                item.type1(Tag.TEMPLATE_IDENTIFIER, template);
            });
        }
    }

    /** A coded answer; below it, what makes it narrower. */
    record CodeItem(Code name, Code value, List<Related> children) implements Named {
        public CodeItem {
            children = List.copyOf(children);
        }

        CodeItem(Code name, Code value) {
            this(name, value, List.of());
        }

        @Override
        public List<Code> codes() {
            return List.of(name, value);
        }

        @Override
        public String valueType() {
            return "CODE";
        }

        @Override
        public void writeValue(ModuleWriter out) {
            out.type1(Tag.CONCEPT_CODE_SEQUENCE, value);
        }
    }

    /**
     * A number with its unit; below it, how it came about.
     *
     * @param value Numeric Value (0040,A30A), a DS
     */
    record NumItem(Code name, String value, Code unit, List<Related> children) implements Named {
        public NumItem {
            children = List.copyOf(children);
        }

        @Override
        public List<Code> codes() {
            return List.of(name, unit);
        }

        @Override
        public String valueType() {
            return "NUM";
        }

        @Override
        public void writeValue(ModuleWriter out) {
            out.type2(Tag.MEASURED_VALUE_SEQUENCE, item -> {
                item.type1(Tag.NUMERIC_VALUE, value);
                item.type1(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, unit);
            });
        }
    }

    /** Words; below them, where they come from. */
    record TextItem(Code name, String value, List<Related> children) implements Named {
        public TextItem {
            children = List.copyOf(children);
        }

        TextItem(Code name, String value) {
            this(name, value, List.of());
        }

        @Override
        public String valueType() {
            return "TEXT";
        }

        @Override
        public void writeValue(ModuleWriter out) {
            out.type1(Tag.TEXT_VALUE, value);
        }
    }

    record UidRefItem(Code name, Uid value) implements Named {
        @Override
        public String valueType() {
            return "UIDREF";
        }

        @Override
        public void writeValue(ModuleWriter out) {
            out.type1(Tag.UID_VALUE, value);
        }
    }

    /**
     * Places on an image (PS3.3 C.18.6).
     *
     * @param points column and row of each, from the image's upper left corner, where the first pixel's centre is at
     *     0.5
     */
    @SuppressWarnings("ArrayRecordComponent")
    record ScoordItem(Code name, String graphicType, double[] points, ImageReference image) implements Named {

        @Override
        public String valueType() {
            return "SCOORD";
        }

        @Override
        public List<Related> children() {
            return List.of(Related.selectedFrom(new ImageItem(Optional.empty(), image)));
        }

        @Override
        public void writeValue(ModuleWriter out) {
            out.type1(Tag.GRAPHIC_DATA, points);
            out.type1(Tag.GRAPHIC_TYPE, graphicType);
        }
    }

    /**
     * Places in the patient (PS3.3 C.18.9).
     *
     * @param points x, y, z of each, mm
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Scoord3dItem(Code name, String graphicType, double[] points, Uid frameOfReference) implements Named {

        @Override
        public String valueType() {
            return "SCOORD3D";
        }

        @Override
        public void writeValue(ModuleWriter out) {
            out.type1(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, frameOfReference);
            out.type1(Tag.GRAPHIC_DATA, points);
            out.type1(Tag.GRAPHIC_TYPE, graphicType);
        }
    }

    /** A reference to an image, to frames or to a segment of it. */
    record ImageItem(Optional<Code> concept, ImageReference image) implements ContentItem {
        @Override
        public String valueType() {
            return "IMAGE";
        }

        @Override
        public void writeValue(ModuleWriter out) {
            out.type1(Tag.REFERENCED_SOP_SEQUENCE, image::write);
        }
    }

    /** A reference to an instance that is no image. */
    record CompositeItem(ImageReference instance) implements ContentItem {
        @Override
        public Optional<Code> concept() {
            return Optional.empty();
        }

        @Override
        public String valueType() {
            return "COMPOSITE";
        }

        @Override
        public void writeValue(ModuleWriter out) {
            out.type1(Tag.REFERENCED_SOP_SEQUENCE, instance::writeInstance);
        }
    }
}
