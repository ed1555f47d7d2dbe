package org.tandem.work;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandem.dicom.Tag;
import org.tandem.drift.Observed;
import org.tandem.inference.Attempt;
import org.tandem.inference.InfererSource;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Model;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.iod.DeviceIdentity;
import org.tandem.result.iod.Production;
import org.tandem.series.ReasonCode;
import org.tandem.series.Refusal;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SourceSeries;

/**
 * The middle of the path, from files to result objects: read, check, infer, build. Knows nothing of queues and
 * networks, so that {@code tandem run} and an {@link InferenceJob} do the same.
 */
public final class SeriesProcessor {

    private final InfererSource models;
    private final DeviceIdentity device;
    private final Clock clock;

    public SeriesProcessor(InfererSource models, DeviceIdentity device, Clock clock) {
        this.models = models;
        this.device = device;
        this.clock = clock;
    }

    /** Runs a model on what it is asked about, for a plan and nobody in particular. */
    public Processed process(StudyInput input, Model model, ResultPlan plan) {
        return process(input, model, inputs -> Packed.of(ResultBuilder.build(inputs, plan)));
    }

    /** Runs a model on what it is asked about. */
    public Processed process(StudyInput input, Model model, ResultMaker maker) {
        Stopwatch watch = new Stopwatch();
        ExamReader.ReadExams read = new ExamReader(model.manifest()).read(input);
        if (!read.refusals().isEmpty()) {
            return new Processed.Refused(read.refusals());
        }
        Optional<String> objection = objection(model, read.parts().get(0));
        if (objection.isPresent()) {
            return new Processed.Refused(List.of(
                    new Refusal(ReasonCode.NOT_ACCEPTED_BY_MODEL, "Model " + model.name() + ", " + objection.get())));
        }
        return made(model, read, maker, watch);
    }

    private Processed.Done made(Model model, ExamReader.ReadExams exams, ResultMaker maker, Stopwatch watch) {
        Duration read = watch.lap();
        List<SeriesVolume> parts = exams.parts();
        List<Prediction> predictions = models.inferer(model).inferAll(exams.exams()).stream()
                .map(Attempt::require)
                .toList();
        Duration inferred = watch.lap();
        Packed packed = maker.make(inputs(model, parts, predictions));
        Observed observed = Observed.of(parts.get(0).source(), exams.exams(), predictions);
        return new Processed.Done(
                packed, Findings.inWords(predictions), observed, new Processed.Took(read, inferred, watch.lap()));
    }

    /** One for the volume, or for each picture of the series. */
    private List<ResultInput> inputs(Model model, List<SeriesVolume> parts, List<Prediction> predictions) {
        Production production = production();
        return IntStream.range(0, parts.size())
                .mapToObj(i -> ResultInput.of(parts.get(i), model.manifest(), predictions.get(i), production))
                .toList();
    }

    /** By which device and when what is made now is made. */
    Production production() {
        return new Production(device, ZonedDateTime.now(clock));
    }

    /** A picture is a series of one slice. */
    private static Optional<String> objection(Model model, SeriesVolume series) {
        SourceSeries source = series.source();
        String modality = source.header().string(Tag.MODALITY).orElse("");
        return model.manifest().accepts().objection(modality, source.slices().size());
    }
}
