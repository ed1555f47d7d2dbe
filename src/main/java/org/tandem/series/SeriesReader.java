package org.tandem.series;

import java.nio.file.Path;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * Reads the instances of one series as what they are: slices of one volume ({@link VolumeReader}), or radiographs,
 * mammograms, photographs ({@link PictureReader}).
 */
public final class SeriesReader {

    private SeriesReader() {}

    /** Whether an image is looked at by itself: of a kind that has no place in the patient, and without one. */
    public static boolean isPicture(DataSet header) {
        return header.uid(Tag.SOP_CLASS_UID).filter(PictureClasses::contain).isPresent()
                && !header.hasValue(Tag.IMAGE_POSITION_PATIENT);
    }

    /**
     * Reads files in any order.
     *
     * @throws org.tandem.dicom.TandemException RETRY if a file cannot be opened or read now
     */
    public static Reading read(List<Path> files) {
        OpenedSeries opened = OpenedSeries.of(files);
        return opened.refused()
                .orElseGet(() -> PictureReader.arePictures(opened.slices())
                        ? PictureReader.read(opened.slices())
                        : VolumeReader.stack(opened.slices()));
    }
}
