package org.tandem.result.iod;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.series.SourceSeries;

/**
 * General Reference (PS3.3 C.12.4): the images that a result was derived from, where they are of several series; its
 * frames name only those on whose pixels they lie.
 */
public record GeneralReferenceModule(SourceSeries source) implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type1C(!source.beside().isEmpty(), Tag.SOURCE_IMAGE_SEQUENCE, images());
    }

    private List<DataSet> images() {
        return source.all().stream()
                .flatMap(series -> SourceReferences.of(series).images().stream())
                .map(image -> ModuleWriter.item(item -> {
                    image.write(item);
                    item.type1(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, Concepts.SOURCE_IMAGE);
                }))
                .toList();
    }
}
