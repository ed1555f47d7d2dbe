package org.tandem.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.data.GreyLevels;
import org.tandem.evaluate.data.Truth;
import org.tandem.evaluate.report.Report;
import org.tandem.inference.Exam;
import org.tandem.inference.Inferer;
import org.tandem.inference.OutputPrediction;
import org.tandem.inference.PredictedSegment;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

/**
 * Runs a model on cases, one after the other, as jobs do, and keeps what came of each in a journal. One case is in
 * memory at a time. A case that is refused is kept with its reason; it is counted and shown, not skipped silently.
 */
public final class Evaluation {

    /** So many failures at the start, and no case that was evaluated, end an evaluation. */
    private static final int MAX_FAILURES = 50;

    private final Inferer inferer;
    private final GreyLevels levels;
    private final List<Case> cases;

    /** Of cases whose pictures have grey levels that stand for something. */
    public Evaluation(Inferer inferer, GreyLevels levels, List<Case> cases) {
        this.inferer = inferer;
        this.levels = levels;
        this.cases = List.copyOf(cases);
    }

    /** What is evaluated on what; a journal of something else is refused. */
    public record Subject(String model, String digest, String data, String layout) {}

    /** Runs what the journal does not hold yet. Returns what came of all cases, in their order. */
    public List<CaseRecord> run(Path journalFile, Subject subject, Runnable step) throws IOException {
        Map<String, CaseRecord> done;
        try (Journal journal = Journal.open(journalFile, subject)) {
            for (Case one : cases) {
                if (!journal.has(one.id())) {
                    CaseRecord record = measure(one);
                    journal.add(record);
                    if (!record.isEvaluated()) {
                        requireHope(journal, record);
                    }
                }
                step.run();
            }
            done = journal.done();
        }
        return cases.stream()
                .flatMap(one -> Optional.ofNullable(done.get(one.id())).stream())
                .toList();
    }

    /** Where nothing but failures comes, the model does not fit the data set. */
    private static void requireHope(Journal journal, CaseRecord last) {
        if (journal.failures() >= MAX_FAILURES
                && journal.failures() == journal.done().size()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Cases: got " + journal.failures() + " that could not be evaluated and none that could; the last, "
                            + last.id() + ": " + last.failure());
        }
    }

    private CaseRecord measure(Case one) throws IOException {
        try {
            Exam images = one.images().read(levels);
            return CaseMeasuring.measure(one, images.volume().grid(), inferer.infer(images));
        } catch (TandemException e) {
            if (e.kind() == TandemException.Kind.REFUSE) {
                return CaseRecord.failed(one.id(), one.columns(), e.getMessage());
            }
            throw e;
        }
    }

    /** Pictures of the worst of these, the worst first; the model runs on them once more. */
    public List<Report.Picture> worst(List<CaseRecord> records, int count) throws IOException {
        List<Report.Picture> pictures = new ArrayList<>();
        for (CaseRecord record : WorstCases.of(records, count)) {
            Optional<Case> found =
                    cases.stream().filter(one -> one.id().equals(record.id())).findFirst();
            if (found.isPresent()) {
                Exam images = found.get().images().read(levels);
                byte[] png = CasePicture.png(images, outlines(found.get(), images));
                pictures.add(new Report.Picture(WorstCases.caption(record), png));
            }
        }
        return pictures;
    }

    private List<CasePicture.Outlines> outlines(Case one, Exam images) throws IOException {
        Optional<Truth.Masks> truth = one.truth(Truth.Masks.class);
        List<CasePicture.Outlines> outlines = new ArrayList<>();
        if (truth.isPresent()) {
            Grid grid = images.volume().grid();
            Map<String, Mask> masks = truth.get().source().on(grid);
            for (OutputPrediction output : inferer.infer(images).outputs()) {
                if (output instanceof OutputPrediction.Segmentation segmentation) {
                    outlines.addAll(outlines(segmentation.segments(), masks, grid));
                }
            }
        }
        return outlines;
    }

    private static List<CasePicture.Outlines> outlines(
            List<PredictedSegment> segments, Map<String, Mask> masks, Grid grid) {
        TruthNames names = new TruthNames(
                segments.stream().map(one -> one.segment().label()).toList());
        List<CasePicture.Outlines> outlines = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            outlines.add(new CasePicture.Outlines(segments.get(i).mask(), names.reference(i, masks, grid)));
        }
        return outlines;
    }
}
