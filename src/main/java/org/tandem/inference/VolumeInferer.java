package org.tandem.inference;

import java.util.List;
import org.tandem.model.Manifest;
import org.tandem.volume.Grid;

/**
 * Applies a network to an exam as its manifest says: {@link Preparation prepare} what it is to see, run it in a
 * {@link Pass}, {@link Decoder decode} what it answered onto the source's own grid.
 */
final class VolumeInferer implements Inferer {

    private final Preparation preparation;
    private final Pass pass;
    private final List<Decoder> decoders;

    VolumeInferer(Manifest manifest, Pass pass) {
        this.preparation = new Preparation(manifest.input());
        this.pass = new ActivatedPass(
                pass, manifest.outputs(), new Layouts(manifest.input().layout()));
        this.decoders = manifest.outputs().stream()
                .map(output -> Decoder.of(output, manifest.input().layout()))
                .toList();
    }

    @Override
    public Prediction infer(Exam exam) {
        Prepared prepared = preparation.of(exam);
        Answers answers = pass.over(prepared);
        Grid source = exam.volume().grid();
        Answers.Grids grids = new Answers.Grids(prepared.grid(), source);
        return new Prediction(
                decoders.stream().map(decoder -> decoder.decode(answers, grids)).toList());
    }
}
