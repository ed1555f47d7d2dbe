package org.tandem.result.iod;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.Tag;
import org.tandem.series.SourceSeries;
import org.tandem.series.SourceSlice;

/** The instances that a result was made of, each once, in the order of the slices. */
public record SourceReferences(List<ImageReference> images) {

    public SourceReferences {
        images = List.copyOf(images);
    }

    /** Of a multi-frame instance the frames are named, unless all were used. */
    public static SourceReferences of(SourceSeries source) {
        int framesOfInstance = source.header().integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        return new SourceReferences(to(source.slices()).images().stream()
                .map(image -> image.frames().size() == framesOfInstance ? image.whole() : image)
                .toList());
    }

    /** To some slices; of a multi-frame instance their frames are named. */
    public static SourceReferences to(List<SourceSlice> slices) {
        Map<String, ImageReference> byInstance = new LinkedHashMap<>();
        for (SourceSlice slice : slices) {
            byInstance.merge(slice.sopInstance().value(), ImageReference.to(slice), ImageReference::and);
        }
        return new SourceReferences(List.copyOf(byInstance.values()));
    }
}
