package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.Code;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.finding.Examined;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Finding.Presence;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.TextItem;

/**
 * Measurement Report (PS3.16 TID 1500): who observed, on which images, what was found, and the sum of it in words.
 *
 * @param intendedUse what the model may be used for
 * @param subjects the volume, or each picture of the series
 */
public record MeasurementReport(ResultContext context, String intendedUse, List<Subject> subjects) {

    public MeasurementReport {
        subjects = List.copyOf(subjects);
    }

    /**
     * What was found.
     *
     * @param made segmentation and parametric maps of the same run, as far as they were asked for
     */
    public record Subject(Examined examined, List<ResultObject> made) {
        public Subject {
            made = List.copyOf(made);
        }

        private Stream<Related> groups() {
            MeasurementGroup group = new MeasurementGroup(
                    examined.context(), examined.input(), new Companions(examined.findings(), made));
            return examined.findings().all().stream().map(finding -> contains(group.root(finding)));
        }
    }

    public ResultObject object(ReportForm form) {
        return new ReportIod(context, form, made()).object(name(form).uid(), root());
    }

    private List<ResultObject> made() {
        return subjects.stream().flatMap(subject -> subject.made().stream()).toList();
    }

    /** Beside another set of companions than the usual it is another document. */
    private DocumentName name(ReportForm form) {
        List<Uid> usual = subjects.stream()
                .map(Subject::examined)
                .filter(examined -> !examined.findings().segmented().isEmpty())
                .map(examined -> examined.context().uids().instance(ResultKind.SEGMENTATION))
                .toList();
        List<Uid> these = made().stream().map(ResultObject::sopInstance).toList();
        DocumentName name = DocumentName.of(context, form);
        return these.equals(usual)
                ? name
                : name.and(these.stream().map(Uid::value).collect(Collectors.joining(" ", "with ", "")));
    }

    private Container root() {
        List<ResultContext> sources =
                subjects.stream().map(subject -> subject.examined().context()).toList();
        List<Related> children = new ArrayList<>(new ReportOpening(context, sources).rows());
        List<Related> groups = subjects.stream().flatMap(Subject::groups).toList();
        if (!groups.isEmpty()) {
            children.add(contains(Container.of(Concepts.IMAGING_MEASUREMENTS, groups)));
        }
        children.add(contains(Container.of(Concepts.QUALITATIVE_EVALUATIONS, summary())));
        return new Container(Concepts.IMAGING_MEASUREMENT_REPORT, "1500", children);
    }

    private List<Finding> findings() {
        return Examined.findings(subjects.stream().map(Subject::examined).toList());
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
        String beside = context.source().besideInWords();
        return PlainText.of(algorithm.title() + " " + algorithm.version() + " on series "
                + context.header().string(Tag.SERIES_NUMBER).orElse("without number") + ", "
                + images
                + (context.source().inPatient().isEmpty() ? images == 1 ? " image" : " images" : " slices")
                + (beside.isEmpty() ? "" : ", beside series " + beside)
                + ". Found: " + (present.isEmpty() ? "nothing" : present) + ". "
                + said("Looked for and not found: ", labels(Presence.ABSENT))
                + said("Undetermined: ", labels(Presence.UNDETERMINED))
                + said("", remarks())
                + "AI result, not for primary diagnosis; intended use: " + intendedUse + ".");
    }

    private static String said(String what, String labels) {
        return labels.isEmpty() ? "" : what + labels + ". ";
    }

    private String remarks() {
        return String.join(
                ". ", Examined.remarks(subjects.stream().map(Subject::examined).toList()));
    }

    private String labels(Presence presence) {
        return findings().stream()
                .filter(finding -> finding.presence() == presence)
                .map(finding -> finding.tracking().identifier())
                .collect(Collectors.joining(", "));
    }
}
