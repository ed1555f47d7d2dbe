package org.tandem.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Uid;
import org.tandem.model.Manifest;
import org.tandem.series.SeriesAssembler;
import org.tandem.series.SeriesRecord;
import org.tandem.series.SeriesState;

/**
 * Whether it is a series' turn to be read by a model. A model of several series is asked about one of them once all are
 * there, or once nothing more of the study has come for so long that the one that lacks is not waited for.
 *
 * @param until when a series that waits does not wait any longer, if nothing comes before
 * @param instead of a series that is one channel of several, the series that the model is asked about
 */
record StudyTurn(Kind kind, Instant until, List<SeriesRecord> instead) {

    enum Kind {
        NOW,
        LATER,
        /** The model is asked about another series of the study, or the series is nothing to it. */
        NEVER
    }

    StudyTurn {
        instead = List.copyOf(instead);
    }

    private static StudyTurn of(Kind kind, Instant until) {
        return new StudyTurn(kind, until, List.of());
    }

    /** Who knows what there is of a study. */
    record Studies(SeriesAssembler assembler, SeriesFiles files) {

        StudyTurn turn(SeriesRecord series, Manifest manifest, Instant now) {
            if (!manifest.input().composition().isOfSeveralSeries()) {
                return StudyTurn.of(Kind.NOW, now);
            }
            List<SeriesRecord> study = of(series);
            List<StudySeries> here = study.stream()
                    .filter(one -> one.state() != SeriesState.RECEIVING)
                    .map(one -> StudySeries.of(files.of(one.uid(), one.revision())))
                    .flatMap(Optional::stream)
                    .toList();
            List<StudySeries> asked = StudyInput.asked(manifest, here);
            Optional<StudySeries> own =
                    asked.stream().filter(one -> one.uid().equals(series.uid())).findFirst();
            return own.map(one -> turn(ChannelPlan.of(manifest, one, others(here, one)), study, now))
                    .orElseGet(() -> never(study, asked));
        }

        List<SeriesRecord> of(SeriesRecord series) {
            return assembler.ofStudy(series.identity().study());
        }

        private StudyTurn turn(ChannelPlan plan, List<SeriesRecord> study, Instant now) {
            Instant until = assembler.studyQuietAt(study);
            return StudyTurn.of(plan.isComplete() || !now.isBefore(until) ? Kind.NOW : Kind.LATER, until);
        }

        private static StudyTurn never(List<SeriesRecord> study, List<StudySeries> asked) {
            List<Uid> uids = asked.stream().map(StudySeries::uid).toList();
            return new StudyTurn(
                    Kind.NEVER,
                    Instant.MIN,
                    study.stream().filter(one -> uids.contains(one.uid())).toList());
        }

        private static List<StudySeries> others(List<StudySeries> here, StudySeries own) {
            return here.stream().filter(one -> !one.uid().equals(own.uid())).toList();
        }
    }
}
