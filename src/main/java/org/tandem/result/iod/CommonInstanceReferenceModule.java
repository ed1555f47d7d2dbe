package org.tandem.result.iod;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.series.SourceSeries;

/** Common Instance Reference (PS3.3 C.12.2): every source instance, in its series of the same study. */
public record CommonInstanceReferenceModule(SourceSeries source, SourceReferences references) implements Module {

    @Override
    public void write(ModuleWriter out) {
        List<DataSet> instances = references.images().stream()
                .map(image -> ModuleWriter.item(image::writeInstance))
                .toList();
        out.type1(Tag.REFERENCED_SERIES_SEQUENCE, item -> {
            item.type1From(source.header(), Tag.SERIES_INSTANCE_UID);
            item.type1(Tag.REFERENCED_INSTANCE_SEQUENCE, instances);
        });
    }
}
