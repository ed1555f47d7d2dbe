package org.tandem.series;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.tandem.codec.FramePicture;
import org.tandem.codec.ModalityTransform;
import org.tandem.codec.PixelFormat;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * How bright a display shows the values of a series (PS3.3 C.11.2), slice by slice: by the first window, or else the
 * first table, that the image names; where it names none, by all values that the slice has. Of colours, their
 * luminance.
 */
final class Brightness {

    private static final float GREATEST_LUMINANCE = 255;

    private Brightness() {}

    static Volume of(SeriesVolume series) {
        Size size = series.volume().grid().size();
        float[] shown = new float[size.voxels()];
        IntStream.range(0, size.z()).parallel().forEach(z -> {
            int first = size.offset(0, 0, z);
            int end = first + size.x() * size.y();
            DoubleUnaryOperator brightness = ofSlice(series, z, first, end);
            for (int i = first; i < end; i++) {
                shown[i] = (float) brightness.applyAsDouble(series.volume().voxels()[i]);
            }
        });
        return new Volume(series.volume().grid(), shown);
    }

    private static DoubleUnaryOperator ofSlice(SeriesVolume series, int z, int first, int end) {
        if (!series.colour().isEmpty()) {
            return value -> value / GREATEST_LUMINANCE;
        }
        DataSet said = said(series.source(), z);
        Optional<DoubleUnaryOperator> named = FramePicture.brightness(said);
        if (named.isEmpty()) {
            return range(series.volume().voxels(), first, end);
        }
        return series.measured() ? named.get() : value -> named.get().applyAsDouble(ends(said) - value);
    }

    /** What the image of a slice says of its grey levels, at the top, wherever it keeps it. */
    private static DataSet said(SourceSeries source, int z) {
        DataSetBuilder said = source.header().toBuilder()
                .remove(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
                .remove(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                .remove(Tag.WINDOW_CENTER)
                .remove(Tag.WINDOW_WIDTH)
                .remove(Tag.VOI_LUT_FUNCTION)
                .remove(Tag.VOI_LUT_SEQUENCE);
        source.slices().get(z).grey().elements().forEach(said::put);
        return said.build();
    }

    /** The two ends of the range of values, added up: values that are counted from the other end are this less. */
    private static double ends(DataSet said) {
        PixelFormat.Bits bits = PixelFormat.of(said).bits();
        ModalityTransform modality = ModalityTransform.of(FrameGroups.of(said, 0));
        return modality.apply(bits.least()) + modality.apply(bits.greatest());
    }

    private static DoubleUnaryOperator range(float[] values, int first, int end) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = first; i < end; i++) {
            least = Math.min(least, values[i]);
            greatest = Math.max(greatest, values[i]);
        }
        double low = least;
        double width = Math.max(greatest - low, Double.MIN_NORMAL);
        return value -> (value - low) / width;
    }
}
