package org.tandem.codec;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;

/**
 * A frame as a display would show it (PS3.4 N.2): modality transform, window or table of the first view, palette,
 * colours. For people to look at, not for measuring.
 */
public final class FramePicture {

    private final DataSet image;
    private final FrameReader reader;
    private final int frame;

    private FramePicture(DicomFile file, int frame) {
        this.image = file.dataSet();
        this.reader = FrameReader.of(file);
        this.frame = frame;
    }

    /** The frame (numbered from 0) in grey or in sRGB, 8 bits a channel, a pixel for a pixel. */
    public static BufferedImage of(DicomFile file, int frame) {
        return new FramePicture(file, frame).rendered();
    }

    /**
     * 0xRRGGBB of each stored value of an image in PALETTE COLOR; none of an image in grey or in colours of its own.
     */
    public static Optional<IntUnaryOperator> palette(DataSet image) {
        boolean coloured = PhotometricInterpretation.of(image) == PhotometricInterpretation.PALETTE_COLOR;
        return coloured ? Optional.of(Palette.of(image)::rgb) : Optional.empty();
    }

    /**
     * How bright a display shows a value in the modality's unit, 0 to 1, by the window or table of the first frame of
     * an image in grey; none where it says neither.
     */
    public static Optional<DoubleUnaryOperator> brightness(DataSet image) {
        return VoiTransform.of(FrameGroups.of(image, 0)).map(voi -> oriented(image, voi::brightness));
    }

    /** The same brightness, or its inverse where the image is one whose low values are shown bright. */
    public static DoubleUnaryOperator oriented(DataSet image, DoubleUnaryOperator brightness) {
        return inverse(image) ? value -> 1 - brightness.applyAsDouble(value) : brightness;
    }

    private static boolean inverse(DataSet image) {
        return PhotometricInterpretation.of(image) == PhotometricInterpretation.MONOCHROME1
                || "INVERSE".equals(image.string(Tag.PRESENTATION_LUT_SHAPE).orElse(""));
    }

    private BufferedImage rendered() {
        int[] stored = reader.read(frame);
        return switch (reader.photometric()) {
            case MONOCHROME1, MONOCHROME2 -> grey(stored, inverse(image));
            case PALETTE_COLOR -> {
                Palette palette = Palette.of(image);
                yield painted(pixel -> palette.rgb(stored[pixel]));
            }
            case YBR_FULL -> painted(pixel -> rgbOfYbr(stored, 3 * pixel));
            default -> painted(pixel -> rgb(stored, 3 * pixel));
        };
    }

    private BufferedImage grey(int[] stored, boolean inverse) {
        FrameGroups groups = FrameGroups.of(image, frame);
        ModalityTransform modality = ModalityTransform.of(groups);
        PixelPadding padding = PixelPadding.of(image);
        VoiTransform voi = VoiTransform.of(groups).orElseGet(() -> allOf(stored, modality, padding));
        BufferedImage picture = picture(BufferedImage.TYPE_BYTE_GRAY);
        byte[] row = new byte[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < row.length; x++) {
                int value = stored[y * row.length + x];
                double brightness = voi.brightness(modality.apply(number(value)));
                row[x] = padding.holds(value) ? 0 : (byte) Math.round((inverse ? 1 - brightness : brightness) * 0xFF);
            }
            picture.getRaster().setDataElements(0, y, row.length, 1, row);
        }
        return picture;
    }

    /** Where nothing says what to show, all that there is, padding left out. */
    private VoiTransform allOf(int[] stored, ModalityTransform modality, PixelPadding padding) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int value : stored) {
            if (!padding.holds(value)) {
                double measured = modality.apply(number(value));
                least = Math.min(least, measured);
                greatest = Math.max(greatest, measured);
            }
        }
        return VoiTransform.between(least, greatest);
    }

    private double number(int value) {
        return reader.format().bits().number(value);
    }

    private BufferedImage painted(IntUnaryOperator rgbOfPixel) {
        BufferedImage picture = picture(BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, rgbOfPixel.applyAsInt(y * picture.getWidth() + x));
            }
        }
        return picture;
    }

    private int rgb(int[] samples, int at) {
        return eightBits(samples[at]) << 16 | eightBits(samples[at + 1]) << 8 | eightBits(samples[at + 2]);
    }

    /** The inverse of PS3.3 C.7.6.3.1.2, YBR_FULL (ITU-R BT.601, full range). */
    private int rgbOfYbr(int[] samples, int at) {
        double y = eightBits(samples[at]);
        double cb = eightBits(samples[at + 1]) - 128.0;
        double cr = eightBits(samples[at + 2]) - 128.0;
        return clamped(y + 1.402 * cr) << 16
                | clamped(y - 0.344136 * cb - 0.714136 * cr) << 8
                | clamped(y + 1.772 * cb);
    }

    private static int clamped(double value) {
        return (int) Math.max(0, Math.min(0xFF, Math.round(value)));
    }

    private int eightBits(int sample) {
        int stored = reader.format().bits().stored();
        return stored <= Byte.SIZE ? sample << (Byte.SIZE - stored) : sample >>> (stored - Byte.SIZE);
    }

    private BufferedImage picture(int type) {
        return new BufferedImage(reader.format().columns(), reader.format().rows(), type);
    }
}
