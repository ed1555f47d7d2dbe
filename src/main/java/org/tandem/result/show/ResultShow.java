package org.tandem.result.show;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.picture.Legend;
import org.tandem.picture.Panel;
import org.tandem.result.read.ParametricMapReader;
import org.tandem.result.read.ReportReader;
import org.tandem.result.read.SegmentationReader;

/**
 * Shows a result of whatever kind: a segmentation or label map, a parametric map, a report, a presentation state, a
 * picture.
 */
public final class ResultShow {

    private static final List<Uid> STATES = List.of(
            SopClasses.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE,
            SopClasses.COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE);

    private ResultShow() {}

    /**
     * Shows a result over the images.
     *
     * @throws TandemException if the images are not those that the result is of, or it cannot be read
     */
    public static Shown of(DicomFile result, SourceImages images) {
        DataSet dataSet = result.dataSet();
        if (SegmentationReader.reads(dataSet)) {
            return SegmentationShow.of(SegmentationReader.read(result, images), images);
        }
        if (ParametricMapReader.reads(dataSet)) {
            return MapShow.of(ParametricMapReader.read(result, images), images);
        }
        if (ReportReader.reads(dataSet)) {
            return ReportShow.of(ReportReader.read(dataSet), images);
        }
        Uid sopClass = dataSet.requireUid(Tag.SOP_CLASS_UID);
        if (STATES.contains(sopClass)) {
            return StateShow.of(dataSet, images);
        }
        if (dataSet.contains(Tag.PIXEL_DATA)) {
            return picture(result, sopClass);
        }
        throw new TandemException(
                TandemException.Kind.REFUSE,
                "got " + SopClasses.name(sopClass)
                        + ", expected a segmentation, parametric map, report, presentation state or image");
    }

    /** Its first frames. */
    private static Shown picture(DicomFile image, Uid sopClass) {
        List<Backdrop> frames = FrameBackdrop.all(image);
        List<Panel> panels = frames.stream()
                .limit(Choice.MAX_PANELS)
                .map(frame -> frame.panel("", List.of()))
                .toList();
        String text =
                SopClasses.name(sopClass) + ", " + frames.size() + (frames.size() == 1 ? " frame of " : " frames of ")
                        + frames.get(0).columns() + " × " + frames.get(0).rows() + "\n";
        return new Shown(text, panels, Legend.NONE);
    }
}
