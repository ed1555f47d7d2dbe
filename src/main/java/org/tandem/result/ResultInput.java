package org.tandem.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tandem.dicom.TandemException;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Manifest;
import org.tandem.model.Output;
import org.tandem.result.finding.MapFindings;
import org.tandem.result.finding.OutputFindings;
import org.tandem.result.finding.PriorFinding;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.Production;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Grid;

/**
 * Everything that results are made of. Refuses masks that do not lie on the source's own grid.
 *
 * @param before findings in the same frame of reference, whose tracking identifiers are kept where they are found again
 */
public record ResultInput(
        SeriesVolume source,
        ModelIdentity model,
        List<OutputFindings> findings,
        Production production,
        List<PriorFinding> before) {

    /** Where nothing was said before. */
    public ResultInput(SeriesVolume source, ModelIdentity model, List<OutputFindings> findings, Production production) {
        this(source, model, findings, production, List.of());
    }

    /** The same, after what was said before. */
    public ResultInput after(List<PriorFinding> earlier) {
        return new ResultInput(source, model, findings, production, earlier);
    }

    public ResultInput {
        findings = List.copyOf(findings);
        before = List.copyOf(before);
        Grid grid = source.volume().grid();
        int slices = source.source().slices().size();
        if (slices != grid.size().z()) {
            throw refusal("Slices of the source: got " + slices + ", expected "
                    + grid.size().z() + " as in its grid");
        }
        findings.forEach(output -> requireOnGrid(output, grid));
    }

    private static void requireOnGrid(OutputFindings output, Grid grid) {
        if (output instanceof SegmentationFindings segmentation) {
            segmentation
                    .segments()
                    .forEach(segment -> requireOnGrid(
                            "Mask of segment \"" + segment.segment().label() + "\"",
                            segment.mask().grid(),
                            grid));
        } else if (output instanceof MapFindings maps) {
            maps.maps()
                    .forEach(map -> requireOnGrid(
                            "Map \"" + map.label() + "\"", map.values().grid(), grid));
        }
    }

    private static void requireOnGrid(String what, Grid got, Grid grid) {
        if (!got.equals(grid)) {
            throw refusal(what + ": got grid " + got + ", expected the grid of the source " + grid);
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
        List<OutputFindings> findings = new ArrayList<>(IntStream.range(0, asked.size())
                .mapToObj(i -> PredictedFindings.of(asked.get(i), said.get(i)))
                .toList());
        findings.addAll(PredictedFindings.maps(prediction.maps()));
        findings.addAll(PredictedFindings.remarks(prediction));
        return new ResultInput(source, ModelIdentity.of(manifest), findings, production);
    }

    private static TandemException refusal(String message) {
        return new TandemException(TandemException.Kind.REFUSE, message);
    }
}
