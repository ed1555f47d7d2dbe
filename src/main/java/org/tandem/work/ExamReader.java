package org.tandem.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.inference.input.Exam;
import org.tandem.model.Composition;
import org.tandem.model.Manifest;
import org.tandem.series.Reading;
import org.tandem.series.Refusal;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SourceSeries;
import org.tandem.series.VolumeReader;
import org.tandem.volume.Volume;

/** Reads what a model is asked about: a series, and of a model of several series those that are its channels. */
public record ExamReader(Manifest manifest) {

    private static final Logger LOG = LoggerFactory.getLogger(ExamReader.class);

    /**
     * Exams, and the parts of the series that each is about, or the reasons why there are none.
     *
     * @param refusals none if it was read
     */
    public record ReadExams(List<SeriesVolume> parts, List<Exam> exams, List<Refusal> refusals) {

        static ReadExams refused(List<Refusal> refusals) {
            return new ReadExams(List.of(), List.of(), refusals);
        }
    }

    public ReadExams read(StudyInput input) {
        Composition composition = manifest.input().composition();
        if (composition.isOfSeveralSeries()) {
            return channels(input);
        }
        Reading reading = SeriesReader.read(input.series());
        if (reading instanceof Reading.Refused refused) {
            return ReadExams.refused(refused.refusals());
        }
        List<SeriesVolume> parts = reading.parts();
        return new ReadExams(
                parts,
                parts.stream()
                        .map(part -> new Exam(
                                part.volume(),
                                part.colour(),
                                Map.of(),
                                new Exam.Display(part.side(), part::brightness)))
                        .toList(),
                List.of());
    }

    private ReadExams channels(StudyInput input) {
        Optional<StudySeries> asked = StudySeries.of(input.series());
        if (asked.isEmpty()) {
            Reading unreadable = VolumeReader.read(input.series());
            return ReadExams.refused(unreadable instanceof Reading.Refused refused ? refused.refusals() : List.of());
        }
        List<StudySeries> others = input.others().stream()
                .map(StudySeries::of)
                .flatMap(Optional::stream)
                .toList();
        ChannelPlan plan = ChannelPlan.of(manifest, asked.get(), others);
        List<Refusal> objections = plan.objections();
        return objections.isEmpty() ? read(plan.series()) : ReadExams.refused(objections);
    }

    private ReadExams read(List<StudySeries> series) {
        Composition composition = manifest.input().composition();
        Map<String, Volume> volumes = new HashMap<>();
        List<SeriesVolume> parts = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            String name = composition.channels().get(i).name();
            Reading reading = VolumeReader.read(series.get(i).files());
            if (reading instanceof Reading.Refused refused) {
                refused.refusals().forEach(r -> refusals.add(of(name, r)));
            } else {
                parts.addAll(reading.parts());
                volumes.put(name, reading.parts().get(0).volume());
                LOG.info(
                        "Channel {}: series {}, {} instances",
                        name,
                        series.get(i).uid(),
                        series.get(i).files().size());
            }
        }
        if (!refusals.isEmpty()) {
            return ReadExams.refused(refusals);
        }
        Exam exam =
                Exam.of(volumes, composition.channels().get(composition.main()).name());
        SeriesVolume main = parts.remove(composition.main());
        SourceSeries source =
                main.source().beside(parts.stream().map(SeriesVolume::source).toList());
        return new ReadExams(List.of(new SeriesVolume(source, main.volume())), List.of(exam), List.of());
    }

    private static Refusal of(String channel, Refusal refusal) {
        return new Refusal(refusal.reason(), "Channel \"" + channel + "\": " + refusal.message());
    }
}
