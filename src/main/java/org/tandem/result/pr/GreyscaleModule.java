package org.tandem.result.pr;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.series.SourceSeries;
import org.tandem.volume.Volume;

/**
 * Modality LUT, Softcopy VOI LUT and Softcopy Presentation LUT (PS3.3 C.11.1, C.11.8, C.11.6): from stored values to
 * what is seen, as the source says it for each image. Windows may differ between images, but one state has one Modality
 * LUT: where slices differ in theirs, as in PET, windows are told in stored values.
 *
 * @param values of the source, in the modality's unit
 */
record GreyscaleModule(SourceSeries source, Volume values) implements Module {

    @Override
    public void write(ModuleWriter out) {
        List<GreyTransform> transforms =
                source.slices().stream().map(GreyTransform::of).toList();
        boolean alike =
                transforms.stream().map(GreyTransform::modality).distinct().count() == 1;
        if (alike) {
            transforms.get(0).writeModality(out);
        }
        List<DataSet> windows = new Windows(source, transforms).items(alike);
        if (windows.isEmpty() && alike && source.inPatient().isPresent()) {
            windows = List.of(ModuleWriter.item(this::writeRange));
        }
        out.type1C(!windows.isEmpty(), Tag.SOFTCOPY_VOI_LUT_SEQUENCE, windows);
        boolean inverse = source.header()
                .string(Tag.PHOTOMETRIC_INTERPRETATION)
                .filter("MONOCHROME1"::equals)
                .isPresent();
        out.type1(Tag.PRESENTATION_LUT_SHAPE, inverse ? "INVERSE" : "IDENTITY");
    }

    /** Of a source that names no window: from its least value to its greatest. */
    private void writeRange(ModuleWriter item) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values.voxels()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        item.type1(Tag.WINDOW_CENTER, DecimalString.of((least + most) / 2.0));
        item.type1(Tag.WINDOW_WIDTH, DecimalString.of(Math.max(1, (double) most - least)));
    }
}
