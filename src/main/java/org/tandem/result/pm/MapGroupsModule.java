package org.tandem.result.pm;

import java.util.List;
import java.util.stream.IntStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.iod.FrameGeometry;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;
import org.tandem.series.PictureGeometry;

/**
 * Multi-frame Functional Groups (PS3.3 A.75.5): what the values mean, said once for all frames; where each frame lies
 * and which slice it explains.
 */
record MapGroupsModule(ResultContext context, ExplanationMap map, MapValues values) implements Module {

    private static final String[] AXES_OF_PICTURE = {"1", "0", "0", "0", "1", "0"};

    /** LUT Label (0040,9210) is an SH. */
    private static final int LABEL_LENGTH = 16;

    @Override
    public void write(ModuleWriter out) {
        int slices = context.source().slices().size();
        context.made().write(out);
        out.type1(Tag.NUMBER_OF_FRAMES, slices);
        out.type2(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, this::writeShared);
        out.type1(
                Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                IntStream.range(0, slices).mapToObj(this::frame).toList());
    }

    private FrameGeometry geometry() {
        return new FrameGeometry(context.source(), values.volume().grid());
    }

    private void writeShared(ModuleWriter shared) {
        if (context.source().geometry() instanceof PictureGeometry picture) {
            writePlane(shared, picture);
        } else {
            geometry().writeShared(shared);
        }
        new FrameAnatomy(context.header()).write(shared);
        shared.type1(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, item -> {
            item.type1(Tag.RESCALE_INTERCEPT, "0");
            item.type1(Tag.RESCALE_SLOPE, "1");
            item.type1(Tag.RESCALE_TYPE, "US");
        });
        shared.type1(Tag.FRAME_VOI_LUT_SEQUENCE, item -> {
            item.type1(Tag.WINDOW_CENTER, DecimalString.of((values.least() + values.most()) / 2));
            item.type1(Tag.WINDOW_WIDTH, DecimalString.of(values.most() - values.least()));
        });
        shared.type1(
                Tag.PARAMETRIC_MAP_FRAME_TYPE_SEQUENCE,
                item -> item.type1(Tag.FRAME_TYPE, ParametricMapImageModule.type()));
        shared.type1(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, this::writeMapping);
    }

    /** Of a picture: its own rows and columns, in mm where it knows them, else 1 a pixel. */
    private static void writePlane(ModuleWriter shared, PictureGeometry picture) {
        String[] spacing = picture.pixelSpacing().isEmpty()
                ? new String[] {"1", "1"}
                : picture.pixelSpacing().toArray(String[]::new);
        shared.type1(Tag.PIXEL_MEASURES_SEQUENCE, item -> item.type1(Tag.PIXEL_SPACING, spacing));
        shared.type1(
                Tag.PLANE_ORIENTATION_SEQUENCE, item -> item.type1(Tag.IMAGE_ORIENTATION_PATIENT, AXES_OF_PICTURE));
    }

    /** Real World Value Mapping (C.7.6.16.2.11): stored values are the values. */
    private void writeMapping(ModuleWriter item) {
        String label = PlainText.longString(map.label());
        item.type1(Tag.LUT_EXPLANATION, label);
        item.type1(Tag.LUT_LABEL, label.length() > LABEL_LENGTH ? map.purpose().label() : label);
        item.type1(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, Concepts.NO_UNITS);
        item.type1(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, values.least());
        item.type1(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED, values.most());
        item.type1(Tag.REAL_WORLD_VALUE_INTERCEPT, 0.0);
        item.type1(Tag.REAL_WORLD_VALUE_SLOPE, 1.0);
        item.type1(Tag.QUANTITY_DEFINITION_SEQUENCE, quantity -> {
            quantity.type1(Tag.VALUE_TYPE, "CODE");
            quantity.type1(Tag.CONCEPT_NAME_CODE_SEQUENCE, Concepts.QUANTITY);
            quantity.type1(Tag.CONCEPT_CODE_SEQUENCE, map.purpose().quantity());
        });
    }

    private DataSet frame(int z) {
        FrameGeometry geometry = geometry();
        List<DataSet> inPatient = geometry.position(z);
        return ModuleWriter.item(group -> {
            group.type1(Tag.FRAME_CONTENT_SEQUENCE, item -> item.type1(Tag.DIMENSION_INDEX_VALUES, z + 1));
            group.type1(Tag.PLANE_POSITION_SEQUENCE, inPatient.isEmpty() ? List.of(onPicture(z)) : inPatient);
            group.type1(
                    Tag.DERIVATION_IMAGE_SEQUENCE,
                    List.of(geometry.derivation(z, map.purpose().quantity())));
        });
    }

    /** The middle of the first pixel is where a picture's own space begins. */
    private static DataSet onPicture(int z) {
        return ModuleWriter.item(item -> item.type1(Tag.IMAGE_POSITION_PATIENT, "0", "0", Integer.toString(z)));
    }
}
