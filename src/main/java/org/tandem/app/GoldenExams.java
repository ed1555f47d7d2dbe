package org.tandem.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.inference.input.Exam;
import org.tandem.model.Manifest;
import org.tandem.model.Model;
import org.tandem.verify.GoldenCase;
import org.tandem.verify.Trial;
import org.tandem.work.ExamReader;
import org.tandem.work.StudyInput;

/**
 * Images of a golden case, read as a node reads them: one series, or those of a study that a model looks at together.
 */
record GoldenExams(Manifest manifest) {

    /** The images of the case, or a made-up one where it has none; refuses what a node would not show the model. */
    static List<Exam> of(Model model, GoldenCase golden) {
        return golden.hasInput() ? new GoldenExams(model.manifest()).read(golden) : List.of(Trial.madeUp(model));
    }

    private List<Exam> read(GoldenCase golden) {
        String place = "Golden case " + golden.folder();
        ExamReader.ReadExams exams = new ExamReader(manifest).read(only(place, golden.images()));
        if (!exams.refusals().isEmpty()) {
            throw refused(
                    place + ": got images that are refused: " + exams.refusals().get(0));
        }
        return exams.exams();
    }

    /** Of these files those that the model would be shown. */
    List<Path> chosen(String place, List<Path> files) {
        StudyInput input = only(place, files);
        return Stream.concat(Stream.of(input.series()), input.others().stream())
                .flatMap(List::stream)
                .toList();
    }

    private StudyInput only(String place, List<Path> files) {
        Map<Uid, List<Path>> series = DicomPaths.bySeries(files, new ArrayList<>());
        List<StudyInput> inputs = StudyInput.of(manifest, List.copyOf(series.values()));
        if (inputs.size() == 1) {
            StudyInput input = inputs.get(0);
            return manifest.input().composition().isOfSeveralSeries() ? input.narrowedTo(manifest) : input;
        }
        String expected = manifest.input().composition().isOfSeveralSeries()
                ? ", " + inputs.size()
                        + " of them to ask the model about, expected one, and its other channels beside it"
                : ", expected one";
        throw refused(place + ": got " + series.size() + " series" + expected);
    }

    private static TandemException refused(String what) {
        return new TandemException(TandemException.Kind.REFUSE, what);
    }
}
