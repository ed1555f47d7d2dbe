package org.tandem.inference;

import java.util.List;
import java.util.Optional;
import org.tandem.inference.decode.Decoder;
import org.tandem.inference.explain.Explainer;
import org.tandem.inference.input.DomainCheck;
import org.tandem.inference.input.Exam;
import org.tandem.inference.input.Preparation;
import org.tandem.inference.input.Prepared;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedMap;
import org.tandem.inference.prediction.Prediction;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.window.Pass;
import org.tandem.model.Manifest;

/**
 * Applies a network to an exam as its manifest says: {@link Preparation prepare} what it is to see, look whether that
 * is of its {@link DomainCheck domain}, run it in a {@link Pass}, {@link Decoder decode} what it answered onto the
 * source's own grid, {@link Explainer explain} it.
 */
final class VolumeInferer implements Inferer {

    private final Preparation preparation;
    private final Optional<DomainCheck> domain;
    private final Pass pass;
    private final List<Decoder> decoders;
    private final List<Explainer> explainers;

    /** Around a pass with all that is still to be applied. */
    VolumeInferer(Manifest manifest, Pass pass, List<Explainer> explainers) {
        this.preparation = new Preparation(manifest.input());
        this.domain = manifest.refinement().domain().map(DomainCheck::new);
        this.pass = pass;
        this.decoders = manifest.outputs().stream()
                .map(output -> Decoder.of(output, manifest.input().layout()))
                .toList();
        this.explainers = List.copyOf(explainers);
    }

    @Override
    public Prediction infer(Exam exam) {
        Prepared prepared = preparation.of(exam);
        List<String> warnings = domain.map(check -> check.warnings(prepared)).orElse(List.of());
        Answers answers = pass.over(prepared);
        Answers.Grids grids = new Answers.Grids(prepared.grid(), exam.volume().grid());
        List<OutputPrediction> outputs =
                decoders.stream().map(decoder -> decoder.decode(answers, grids)).toList();
        Explainer.Said said = new Explainer.Said(prepared, answers, outputs, grids);
        List<PredictedMap> maps = explainers.stream()
                .flatMap(explainer -> explainer.explain(said).stream())
                .toList();
        return new Prediction(outputs, maps, warnings);
    }
}
