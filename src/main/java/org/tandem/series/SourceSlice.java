package org.tandem.series;

import java.util.List;
import java.util.OptionalInt;
import org.tandem.dicom.Uid;

/**
 * Where one slice of a volume came from: an instance, or one frame of it.
 *
 * @param frameNumber Referenced Frame Number, from 1, where the instance is multi-frame
 * @param imagePosition the three values of Image Position (Patient) (0020,0032) exactly as the source wrote them; none
 *     for an image without a place in the patient
 */
public record SourceSlice(Uid sopClass, Uid sopInstance, OptionalInt frameNumber, List<String> imagePosition) {

    public SourceSlice {
        imagePosition = List.copyOf(imagePosition);
    }
}
