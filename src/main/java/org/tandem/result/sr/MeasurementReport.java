package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tandem.dicom.Code;
import org.tandem.dicom.Tag;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Finding.Presence;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.TextItem;
import org.tandem.series.SeriesVolume;

/**
 * Measurement Report (PS3.16 TID 1500): who observed, on which images, what was found, and the sum of it in words.
 *
 * @param made segmentation and parametric maps of the same run, as far as they were asked for
 */
public record MeasurementReport(ResultContext context, Subject subject, List<ResultObject> made) {

    public MeasurementReport {
        made = List.copyOf(made);
    }

    /** What is reported: on which pixels, what was found, and for which use. */
    public record Subject(SeriesVolume input, Findings findings, String intendedUse) {}

    public ResultObject object() {
        Companions companions = new Companions(subject.findings(), made);
        return new ReportIod(context, made).object(companions.reportInstance(context.uids()), root(companions));
    }

    private Container root(Companions companions) {
        List<Related> children = new ArrayList<>(new ReportOpening(context).rows());
        MeasurementGroup group = new MeasurementGroup(context, subject.input(), companions);
        List<Related> groups = findings().stream()
                .map(finding -> contains(group.root(finding)))
                .toList();
        if (!groups.isEmpty()) {
            children.add(contains(Container.of(Concepts.IMAGING_MEASUREMENTS, groups)));
        }
        children.add(contains(Container.of(Concepts.QUALITATIVE_EVALUATIONS, summary())));
        return new Container(Concepts.IMAGING_MEASUREMENT_REPORT, "1500", children);
    }

    private List<Finding> findings() {
        return subject.findings().all();
    }

    /** Statements on the whole run. That nothing was found is said, never left to be read out of silence. */
    private List<Related> summary() {
        boolean found = findings().stream().anyMatch(finding -> finding.presence() == Presence.PRESENT);
        Code outcome = found ? Concepts.SUCCEEDED_WITH_FINDINGS : Concepts.SUCCEEDED_WITHOUT_FINDINGS;
        return List.of(
                contains(new CodeItem(Concepts.PROCESSING_SUMMARY, outcome)),
                contains(new TextItem(Concepts.COMMENT, sentence())));
    }

    private String sentence() {
        Algorithm algorithm = context.algorithm();
        String present = labels(Presence.PRESENT);
        int images = context.source().slices().size();
        return PlainText.of(algorithm.title() + " " + algorithm.version() + " on series "
                + context.header().string(Tag.SERIES_NUMBER).orElse("without number") + ", "
                + images
                + (context.source().inPatient().isEmpty() ? images == 1 ? " image" : " images" : " slices")
                + ". Found: " + (present.isEmpty() ? "nothing" : present) + ". "
                + said("Looked for and not found: ", labels(Presence.ABSENT))
                + said("Undetermined: ", labels(Presence.UNDETERMINED))
                + "AI result, not for primary diagnosis; intended use: " + subject.intendedUse() + ".");
    }

    private static String said(String what, String labels) {
        return labels.isEmpty() ? "" : what + labels + ". ";
    }

    private String labels(Presence presence) {
        return findings().stream()
                .filter(finding -> finding.presence() == presence)
                .map(finding -> finding.tracking().identifier())
                .collect(Collectors.joining(", "));
    }
}
