package org.tandem.series;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads the instances of one series as what they are: slices of one volume ({@link VolumeReader}), or radiographs,
 * mammograms, photographs ({@link PictureReader}).
 */
public final class SeriesReader {

    private SeriesReader() {}

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
