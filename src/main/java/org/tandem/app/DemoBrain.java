package org.tandem.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.OverlayPicture;
import org.tandem.evaluate.data.NrrdFile;
import org.tandem.evaluate.metric.Overlap;
import org.tandem.result.read.ReportReader;
import org.tandem.result.read.SegmentationReader;
import org.tandem.series.Reading;
import org.tandem.series.VolumeReader;
import org.tandem.volume.Mask;
import org.tandem.volume.Volume;

/**
 * What the demo's brain came back as, measured on the objects themselves.
 *
 * @param reportedCm3 volume that the report says
 * @param countedCm3 volume of the segmentation's voxels
 * @param referenceCm3 volume of the mask in test-dicom
 * @param dice of segmentation and reference
 */
record DemoBrain(double reportedCm3, double countedCm3, double referenceCm3, double dice, Path picture) {

    private static final Path REFERENCE = Path.of("mask", "reference-mask.nrrd");
    private static final double MM3_PER_CM3 = 1000;

    /** Measures what came back of the series in a folder, and draws it. */
    static DemoBrain of(Path series, Path segmentation, Path report, Path picture) throws IOException {
        Volume volume = volume(DicomPaths.toSend(List.of(series), new ArrayList<>()));
        Mask mask = SegmentationReader.read(DicomFileReader.read(segmentation))
                .masksOn(volume.grid())
                .values()
                .iterator()
                .next();
        Mask reference = NrrdFile.readMask(series.resolve(REFERENCE));
        OverlayPicture.write(volume, mask, picture);
        return new DemoBrain(
                ReportReader.read(DicomFileReader.read(report).dataSet())
                                .volumesMm3()
                                .get(0)
                        / MM3_PER_CM3,
                mask.volumeMm3() / MM3_PER_CM3,
                reference.volumeMm3() / MM3_PER_CM3,
                Overlap.of(mask, reference).dice(),
                picture);
    }

    private static Volume volume(List<Path> images) {
        Reading reading = VolumeReader.read(images);
        if (!(reading instanceof Reading.Read read)) {
            throw new TandemException(TandemException.Kind.BUG, "The demo's own series is refused: " + reading);
        }
        return read.series().volume();
    }
}
