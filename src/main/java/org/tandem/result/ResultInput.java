package org.tandem.result;

import java.util.List;
import java.util.stream.IntStream;
import org.tandem.dicom.TandemException;
import org.tandem.inference.OutputPrediction;
import org.tandem.inference.PredictedSegment;
import org.tandem.inference.Prediction;
import org.tandem.model.Manifest;
import org.tandem.model.Output;
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

    /** What the model of this manifest said about the source. */
    public static ResultInput of(SeriesVolume source, Manifest manifest, Prediction prediction, Production production) {
        List<Output> asked = manifest.outputs();
        List<OutputPrediction> said = prediction.outputs();
        if (asked.size() != said.size()) {
            throw refusal("Prediction of " + manifest.name() + ": got " + said.size() + " outputs, expected "
                    + asked.size() + " as in its manifest");
        }
        List<SegmentationFindings> findings = IntStream.range(0, asked.size())
                .mapToObj(i -> findings(asked.get(i), said.get(i)))
                .toList();
        return new ResultInput(source, ModelIdentity.of(manifest), findings, production);
    }

    private static SegmentationFindings findings(Output asked, OutputPrediction said) {
        if (asked instanceof Output.Segmentation output && said instanceof OutputPrediction.Segmentation prediction) {
            return new SegmentationFindings(prediction.segments(), output.measurements());
        }
        throw refusal("Prediction of output " + asked.tensor() + ": got "
                + said.getClass().getSimpleName() + ", expected "
                + asked.getClass().getSimpleName() + " as in the manifest");
    }

    private static TandemException refusal(String message) {
        return new TandemException(TandemException.Kind.REFUSE, message);
    }
}
