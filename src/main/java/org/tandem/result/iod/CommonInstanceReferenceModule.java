package org.tandem.result.iod;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.series.SourceSeries;

/** Common Instance Reference (PS3.3 C.12.2): every source instance, in its series of the same study. */
public record CommonInstanceReferenceModule(List<SourceSeries> sources) implements Module {

    public CommonInstanceReferenceModule {
        sources = List.copyOf(sources);
    }

    @Override
    public void write(ModuleWriter out) {
        out.type1(
                Tag.REFERENCED_SERIES_SEQUENCE,
                sources.stream().map(CommonInstanceReferenceModule::item).toList());
    }

    private static DataSet item(SourceSeries source) {
        List<DataSet> instances = SourceReferences.of(source).images().stream()
                .map(image -> ModuleWriter.item(image::writeInstance))
                .toList();
        return ModuleWriter.item(item -> {
            item.type1From(source.header(), Tag.SERIES_INSTANCE_UID);
            item.type1(Tag.REFERENCED_INSTANCE_SEQUENCE, instances);
        });
    }
}
