package org.tandem.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.data.GreyLevels;
import org.tandem.evaluate.data.Truth;
import org.tandem.evaluate.report.Report;
import org.tandem.inference.Attempt;
import org.tandem.inference.Inferer;
import org.tandem.inference.input.Exam;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

/**
 * Runs a model on cases as jobs do, and keeps what came of each in a journal. One volume is in memory at a time, or
 * some pictures. A case that is refused is kept with its reason; it is counted and shown, not skipped silently.
 */
public final class Evaluation {

    /** So many failures at the start, and no case that was evaluated, end an evaluation. */
    private static final int MAX_FAILURES = 50;

    /** Cases that are in memory at once, where they are small: as many as fill calls of a network that takes many. */
    private static final int MAX_TOGETHER = 64;

    /** From so many voxels on no further case is read: two pictures of 1024 × 1024. */
    private static final long MAX_VOXELS_TOGETHER = 1 << 21;

    private final Inferer inferer;
    private final Told told;
    private final GreyLevels levels;
    private final List<Case> cases;

    /** Of a model that tells this, {@link EveryMark every mark} of it, and takes pictures' grey levels so. */
    public Evaluation(Inferer inferer, Told told, GreyLevels levels, List<Case> cases) {
        this.inferer = inferer;
        this.told = told;
        this.levels = levels;
        this.cases = List.copyOf(cases);
    }

    /** What is evaluated on what; a journal of something else is refused. */
    public record Subject(String model, String digest, String data, String layout) {}

    /** Runs what the journal does not hold yet. Returns what came of all cases, in their order. */
    public List<CaseRecord> run(Path journalFile, Subject subject, Runnable step) throws IOException {
        Map<String, CaseRecord> done;
        try (Journal journal = Journal.open(journalFile, subject)) {
            Deque<Case> waiting = new ArrayDeque<>();
            for (Case one : cases) {
                if (journal.has(one.id())) {
                    step.run();
                } else {
                    waiting.add(one);
                }
            }
            while (!waiting.isEmpty()) {
                for (CaseRecord record : measureSome(waiting)) {
                    journal.add(record);
                    requireHope(journal, record);
                    step.run();
                }
            }
            done = journal.done();
        }
        return cases.stream()
                .flatMap(one -> Optional.ofNullable(done.get(one.id())).stream())
                .toList();
    }

    private record Opened(Case one, Exam images) {}

    /** As many of those that wait, in their order, as may be in memory at once: volumes singly, pictures together. */
    private List<CaseRecord> measureSome(Deque<Case> waiting) {
        List<CaseRecord> records = new ArrayList<>();
        List<Opened> opened = new ArrayList<>();
        long voxels = 0;
        while (!waiting.isEmpty() && opened.size() < MAX_TOGETHER && voxels < MAX_VOXELS_TOGETHER) {
            Case one = waiting.remove();
            try {
                Opened here = new Opened(one, one.images().read(levels));
                voxels += here.images().volume().grid().size().voxels();
                opened.add(here);
            } catch (TandemException e) {
                records.add(failed(one, e));
            } catch (IOException e) {
                records.add(CaseRecord.failed(one.id(), one.columns(), "cannot be read: " + e));
            }
        }
        List<Attempt> attempts =
                inferer.inferAll(opened.stream().map(Opened::images).toList());
        for (int i = 0; i < opened.size(); i++) {
            records.add(measure(opened.get(i), attempts.get(i)));
        }
        return records;
    }

    private CaseRecord measure(Opened opened, Attempt attempt) {
        try {
            Grid grid = opened.images().volume().grid();
            return CaseMeasuring.measure(opened.one(), grid, told, attempt.require());
        } catch (TandemException e) {
            return failed(opened.one(), e);
        } catch (IOException e) {
            return CaseRecord.failed(opened.one().id(), opened.one().columns(), "truth cannot be read: " + e);
        }
    }

    private static CaseRecord failed(Case one, TandemException reason) {
        if (reason.kind() == TandemException.Kind.REFUSE) {
            return CaseRecord.failed(one.id(), one.columns(), String.valueOf(reason.getMessage()));
        }
        throw reason;
    }

    /** Where nothing but failures comes, the model does not fit the data set. */
    private static void requireHope(Journal journal, CaseRecord last) {
        long failures = last.isEvaluated() ? 0 : journal.failures();
        if (failures >= MAX_FAILURES && failures == journal.done().size()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Cases: got " + failures + " that could not be evaluated and none that could; the last, "
                            + last.id() + ": " + last.failure());
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
                byte[] png = CasePicture.png(images, compared(found.get(), images));
                pictures.add(new Report.Picture(WorstCases.caption(record), png));
            }
        }
        return pictures;
    }

    private List<Compared> compared(Case one, Exam images) throws IOException {
        Grid grid = images.volume().grid();
        Optional<Truth.Masks> masks = one.truth(Truth.Masks.class);
        Optional<Truth.Places> places = one.truth(Truth.Places.class);
        List<Compared> compared = new ArrayList<>();
        if (masks.isPresent() || places.isPresent()) {
            Map<String, Mask> known = masks.isPresent() ? masks.get().source().on(grid) : Map.of();
            List<OutputPrediction> outputs = inferer.infer(images).outputs();
            for (int i = 0; i < outputs.size(); i++) {
                if (outputs.get(i) instanceof OutputPrediction.Segmentation segmentation && masks.isPresent()) {
                    compared.addAll(masks(segmentation.segments(), known, grid));
                } else if (outputs.get(i) instanceof OutputPrediction.Detection detection && places.isPresent()) {
                    compared.addAll(places(i, detection.places(), places.get()));
                }
            }
        }
        return compared;
    }

    private List<Compared> places(int output, List<PredictedPlace> predicted, Truth.Places known) {
        List<Compared> places = new ArrayList<>();
        for (PairedPlaces pair : PairedPlaces.of(told.names(output), known, predicted, told.markLines(output))) {
            places.add(new Compared.Places(pair));
        }
        return places;
    }

    private static List<Compared> masks(List<PredictedSegment> segments, Map<String, Mask> masks, Grid grid) {
        TruthNames names = new TruthNames(
                segments.stream().map(one -> one.segment().label()).toList());
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            compared.add(new Compared.Masks(segments.get(i).mask(), names.reference(i, masks, grid)));
        }
        return compared;
    }
}
