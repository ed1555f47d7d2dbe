package org.tandem.work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.dicom.Tag;
import org.tandem.model.Composition;
import org.tandem.model.Manifest;
import org.tandem.series.ReasonCode;
import org.tandem.series.Refusal;

/**
 * Which series of a study are which channels of a model. A series is the first channel whose conditions it meets; a
 * channel has to be in the patient space of the main one.
 *
 * @param candidates of each channel, in the order of channels; of the main one the series that the model is asked about
 * @param elsewhere of each channel, how many series would be it, but lie in another patient space
 */
record ChannelPlan(Manifest manifest, List<List<StudySeries>> candidates, List<Integer> elsewhere) {

    ChannelPlan {
        candidates = candidates.stream().map(List::copyOf).toList();
        elsewhere = List.copyOf(elsewhere);
    }

    /** Of the series that a model is asked about, and all others of its study. */
    static ChannelPlan of(Manifest manifest, StudySeries asked, List<StudySeries> others) {
        Composition composition = manifest.input().composition();
        List<StudySeries> whole =
                Stream.concat(Stream.of(asked), others.stream()).toList();
        List<List<StudySeries>> candidates = new ArrayList<>();
        List<Integer> elsewhere = new ArrayList<>();
        for (int channel = 0; channel < composition.channels().size(); channel++) {
            boolean isMain = channel == composition.main();
            List<StudySeries> all = of(manifest, channel, isMain ? List.of(asked) : whole);
            List<StudySeries> here = all.stream()
                    .filter(one -> isMain || (one.isOfStudyOf(asked) && one.sharesSpaceWith(asked)))
                    .toList();
            candidates.add(here);
            elsewhere.add(all.size() - here.size());
        }
        return new ChannelPlan(manifest, candidates, elsewhere);
    }

    /** The series that are this channel of a model. */
    static List<StudySeries> of(Manifest manifest, int channel, List<StudySeries> series) {
        List<String> modalities = manifest.accepts().modalities();
        return series.stream()
                .filter(one -> modalities.isEmpty()
                        || modalities.contains(one.header().string(Tag.MODALITY).orElse("")))
                .filter(one -> manifest.input()
                        .composition()
                        .channelOf(one.facts())
                        .filter(c -> c == channel)
                        .isPresent())
                .toList();
    }

    /** Whether no channel lacks a series; one that has several is not waited for. */
    boolean isComplete() {
        return candidates.stream().noneMatch(List::isEmpty);
    }

    /** The series of each channel; only where there is no objection. */
    List<StudySeries> series() {
        return candidates.stream().map(found -> found.get(0)).toList();
    }

    /** The files of every series that is a channel other than the main one, or may be. */
    List<List<Path>> beside() {
        int main = manifest.input().composition().main();
        return IntStream.range(0, candidates.size())
                .filter(channel -> channel != main)
                .mapToObj(candidates::get)
                .flatMap(List::stream)
                .map(StudySeries::files)
                .distinct()
                .toList();
    }

    /** The reasons why the model cannot look at these series; none if it can. */
    List<Refusal> objections() {
        return IntStream.range(0, candidates.size())
                .mapToObj(this::objection)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Refusal> objection(int channel) {
        List<StudySeries> found = candidates.get(channel);
        String name = "Channel \""
                + manifest.input().composition().channels().get(channel).name() + "\" of model " + manifest.name();
        if (found.isEmpty()) {
            String others = elsewhere.get(channel) == 0
                    ? "none"
                    : "none in the same frame of reference, " + elsewhere.get(channel) + " in another";
            return Optional.of(new Refusal(
                    ReasonCode.MISSING_CHANNEL,
                    name + ": got " + others + " of the study's series, expected one that its manifest matches"));
        }
        return found.size() == 1
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ReasonCode.AMBIGUOUS_CHANNEL,
                        name + ": got " + found.size() + " series ("
                                + found.stream().map(one -> one.uid().value()).collect(Collectors.joining(", "))
                                + "), expected one that its manifest matches"));
    }
}
