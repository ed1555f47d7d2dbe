package org.tandem.result.read;

import java.util.function.IntFunction;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/**
 * Reads a Parametric Map (PS3.3 A.75) of anybody: floating point of 32 or 64 bits, or whole numbers, each through its
 * Real World Value Mapping.
 */
public final class ParametricMapReader {

    private static final String WHAT = "Parametric Map";

    private ParametricMapReader() {}

    /** Whether an object is of a class that this reads. */
    public static boolean reads(DataSet dataSet) {
        return dataSet.uid(Tag.SOP_CLASS_UID)
                .filter(SopClasses.PARAMETRIC_MAP_STORAGE::equals)
                .isPresent();
    }

    /** Reads what says itself where its frames lie. */
    public static ReadParametricMap read(DicomFile file) {
        return read(file, SourcePlanes.NONE);
    }

    /** Reads; frames that do not say where they lie are where their source is. */
    public static ReadParametricMap read(DicomFile file, SourcePlanes sources) {
        DataSet image = file.dataSet();
        if (!reads(image)) {
            throw refused(
                    "SOP Class",
                    image.uid(Tag.SOP_CLASS_UID).map(SopClasses::name).orElse("none"),
                    WHAT);
        }
        ReadFrames frames = new ReadFrames(
                WHAT,
                FrameTable.read(image, WHAT, sources),
                new int[] {image.requireInteger(Tag.COLUMNS), image.requireInteger(Tag.ROWS)},
                FrameTable.sliceSpacingMm(image));
        return new ReadParametricMap(image, frames, stored(file, frames.all().size()));
    }

    private static IntFunction<double[]> stored(DicomFile file, int frames) {
        if (FloatFrames.in(file.dataSet())) {
            return FloatFrames.of(file.dataSet(), frames)::read;
        }
        FrameReader reader = FrameReader.of(file);
        if (reader.format().samples() != 1) {
            throw refused("Samples per Pixel", Integer.toString(reader.format().samples()), "1");
        }
        return frame -> {
            int[] values = reader.read(frame);
            double[] numbers = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                numbers[i] = reader.format().bits().number(values[i]);
            }
            return numbers;
        };
    }

    private static TandemException refused(String where, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, WHAT + ", " + where + ": got " + got + ", expected " + expected);
    }
}
