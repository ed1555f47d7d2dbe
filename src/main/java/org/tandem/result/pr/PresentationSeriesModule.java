package org.tandem.result.pr;

import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultSeries;

/**
 * General Series and Presentation Series (PS3.3 C.7.3.1, C.11.9). Which body part it is, is told with its side only: a
 * part of a pair would have to name it (Laterality, Type 2C), and many sources do not.
 */
record PresentationSeriesModule(ResultSeries series, DataSet sourceHeader) implements Module {

    @Override
    public void write(ModuleWriter out) {
        series.write(out, "PR");
        Optional<String> side = Stream.of(Tag.LATERALITY, Tag.IMAGE_LATERALITY)
                .flatMap(tag -> sourceHeader.string(tag).stream())
                .filter(value -> value.matches("[RL]"))
                .findFirst();
        if (side.isPresent()) {
            out.type3From(sourceHeader, Tag.BODY_PART_EXAMINED);
        }
        out.type2(Tag.LATERALITY, side.orElse(""));
    }
}
