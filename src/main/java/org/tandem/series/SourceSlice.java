package org.tandem.series;

import java.util.List;
import java.util.OptionalInt;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Uid;

/**
 * Where one slice of a volume came from: an instance, or one frame of it.
 *
 * @param frameNumber Referenced Frame Number, from 1, where the instance is multi-frame
 * @param imagePosition the three values of Image Position (Patient) (0020,0032) exactly as the source wrote them; none
 *     for an image without a place in the patient
 * @param grey how stored values are to be shown: the elements of Modality LUT and VOI LUT (PS3.3 C.11.1, C.11.2) as the
 *     source wrote them for this slice, wherever it keeps them
 */
public record SourceSlice(
        Uid sopClass, Uid sopInstance, OptionalInt frameNumber, List<String> imagePosition, DataSet grey) {

    /** Of a slice that does not say how its values are to be shown. */
    public SourceSlice(Uid sopClass, Uid sopInstance, OptionalInt frameNumber, List<String> imagePosition) {
        this(sopClass, sopInstance, frameNumber, imagePosition, DataSet.EMPTY);
    }

    public SourceSlice {
        imagePosition = List.copyOf(imagePosition);
    }
}
