package org.tandem.result;

import java.util.List;
import org.tandem.dicom.TandemException;
import org.tandem.inference.PredictedSegment;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Grid;

/** Everything that results are made of. Refuses masks that do not lie on the source's own grid. */
public record ResultInput(
        SeriesVolume source, ModelIdentity model, List<SegmentationFindings> findings, Production production) {

    public ResultInput {
        findings = List.copyOf(findings);
        Grid grid = source.volume().grid();
        int slices = source.source().slices().size();
        if (slices != grid.size().z()) {
            throw refusal("Slices of the source: got " + slices + ", expected "
                    + grid.size().z() + " as in its grid");
        }
        for (SegmentationFindings output : findings) {
            for (PredictedSegment segment : output.segments()) {
                if (!segment.mask().grid().equals(grid)) {
                    throw refusal("Mask of segment \"" + segment.segment().label() + "\": got grid "
                            + segment.mask().grid() + ", expected the grid of the source " + grid);
                }
            }
        }
    }

    private static TandemException refusal(String message) {
        return new TandemException(TandemException.Kind.REFUSE, message);
    }
}
