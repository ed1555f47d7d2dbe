package org.tandem.result.capture;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.picture.Sides;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.LossyCompression;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;

/** The modules of a Secondary Capture that tell of its picture. */
record CapturedImage(ResultContext context, FindingPicture picture) {

    /** Shown at full size on a screen of 1024 lines, legend and warning included. */
    private static final int SIDE_PIXELS = 768;

    static final String WARNING = "AI result, not for primary diagnosis";

    private static final int CHANNELS = 3;

    /** SC Equipment (PS3.3 C.8.6.1): a workstation made it. */
    void writeEquipment(ModuleWriter out) {
        out.type1(Tag.CONVERSION_TYPE, "WSD");
        out.type3(Tag.SECONDARY_CAPTURE_DEVICE_MANUFACTURER, context.device().manufacturer());
        out.type3(
                Tag.SECONDARY_CAPTURE_DEVICE_MANUFACTURER_MODEL_NAME,
                context.device().modelName());
        out.type3(
                Tag.SECONDARY_CAPTURE_DEVICE_SOFTWARE_VERSIONS, context.device().softwareVersion());
    }

    /** General Image and General Reference (PS3.3 C.7.6.1, C.12.4). */
    void writeImage(ModuleWriter out) {
        Algorithm algorithm = context.algorithm();
        context.made().write(out);
        Optional<Sides> sides = picture.panel().view().sides();
        out.type2(
                Tag.PATIENT_ORIENTATION,
                sides.map(known -> new String[] {known.right(), known.down()}).orElse(new String[0]));
        out.type1(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY");
        out.type1(Tag.BURNED_IN_ANNOTATION, "YES");
        out.type1(Tag.RECOGNIZABLE_VISUAL_FEATURES, "NO");
        out.type3(Tag.IMAGE_COMMENTS, WARNING);
        out.type3(
                Tag.DERIVATION_DESCRIPTION,
                PlainText.of(picture.subject() + ": result of " + algorithm.name() + " " + algorithm.version()
                        + " drawn over the image"));
        LossyCompression.write(out, context.header());
        ImageReference source = ImageReference.to(context.source().slices().get(picture.z()));
        DataSet item = ModuleWriter.item(reference -> {
            source.write(reference);
            reference.type1(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, Concepts.SOURCE_IMAGE);
        });
        out.type1(Tag.SOURCE_IMAGE_SEQUENCE, List.of(item));
    }

    /** Image Pixel (PS3.3 C.7.6.3): RGB, pixel by pixel. */
    void writePixels(ModuleWriter out) {
        BufferedImage drawn = picture.alone(SIDE_PIXELS, notes()).drawn();
        out.type1(Tag.SAMPLES_PER_PIXEL, CHANNELS);
        out.type1(Tag.PHOTOMETRIC_INTERPRETATION, "RGB");
        out.type1(Tag.PLANAR_CONFIGURATION, 0);
        out.type1(Tag.ROWS, drawn.getHeight());
        out.type1(Tag.COLUMNS, drawn.getWidth());
        out.type1(Tag.BITS_ALLOCATED, Byte.SIZE);
        out.type1(Tag.BITS_STORED, Byte.SIZE);
        out.type1(Tag.HIGH_BIT, Byte.SIZE - 1);
        out.type1(Tag.PIXEL_REPRESENTATION, 0);
        out.type1Bytes(Tag.PIXEL_DATA, VR.OB, bytes(drawn));
    }

    /** Of the model, never of the patient. */
    private List<String> notes() {
        Algorithm algorithm = context.algorithm();
        return List.of(WARNING, algorithm.title() + " (" + algorithm.name() + " " + algorithm.version() + ")");
    }

    /** Red, green, blue of each pixel, to an even number of bytes. */
    private static byte[] bytes(BufferedImage image) {
        int pixels = image.getWidth() * image.getHeight();
        byte[] bytes = new byte[(pixels * CHANNELS + 1) / 2 * 2];
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels; i++) {
            bytes[CHANNELS * i] = (byte) (rgb[i] >> 16);
            bytes[CHANNELS * i + 1] = (byte) (rgb[i] >> 8);
            bytes[CHANNELS * i + 2] = (byte) rgb[i];
        }
        return bytes;
    }
}
