package org.tandem.work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tandem.model.Composition;
import org.tandem.model.Manifest;

/**
 * What a model is given: the files of the series that it is asked about, and those of the other series of its study,
 * which a model of several series looks into for its channels.
 */
public record StudyInput(List<Path> series, List<List<Path>> others) {

    public StudyInput {
        series = List.copyOf(series);
        others = others.stream().map(List::copyOf).toList();
    }

    /** Of one series by itself. */
    public static StudyInput of(List<Path> series) {
        return new StudyInput(series, List.of());
    }

    /**
     * What a model is to be asked about, of all these series: each one by itself; of a model of several series, each
     * that is its main channel, together with the others of its study, and where a study has none such, one of its
     * other channels, so that the model can say what it lacks.
     */
    public static List<StudyInput> of(Manifest manifest, List<List<Path>> all) {
        if (!manifest.input().composition().isOfSeveralSeries()) {
            return all.stream().map(StudyInput::of).toList();
        }
        List<StudyInput> inputs = new ArrayList<>();
        List<StudySeries> rest = new ArrayList<>(
                all.stream().map(StudySeries::of).flatMap(Optional::stream).toList());
        while (!rest.isEmpty()) {
            StudySeries first = rest.get(0);
            List<StudySeries> study =
                    rest.stream().filter(one -> one.isOfStudyOf(first)).toList();
            rest.removeAll(study);
            for (StudySeries main : asked(manifest, study)) {
                inputs.add(new StudyInput(
                        main.files(),
                        study.stream()
                                .filter(one -> !one.uid().equals(main.uid()))
                                .map(StudySeries::files)
                                .toList()));
            }
        }
        return inputs;
    }

    /** The same, without other series than those that are channels of the model. */
    public StudyInput narrowedTo(Manifest manifest) {
        Optional<StudySeries> asked = StudySeries.of(series);
        List<StudySeries> study =
                others.stream().map(StudySeries::of).flatMap(Optional::stream).toList();
        return asked.isEmpty()
                ? this
                : new StudyInput(
                        series, ChannelPlan.of(manifest, asked.get(), study).beside());
    }

    /** The series of a study that a model of several series is asked about; none if it has nothing to do with it. */
    static List<StudySeries> asked(Manifest manifest, List<StudySeries> study) {
        Composition composition = manifest.input().composition();
        List<StudySeries> main = ChannelPlan.of(manifest, composition.main(), study);
        if (!main.isEmpty()) {
            return main;
        }
        for (int channel = 0; channel < composition.channels().size(); channel++) {
            Optional<StudySeries> first =
                    ChannelPlan.of(manifest, channel, study).stream().min(Comparator.comparing(StudySeries::uid));
            if (first.isPresent()) {
                return List.of(first.get());
            }
        }
        return List.of();
    }
}
