package org.tandem.result.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.result.finding.ClassificationFindings.Score;
import org.tandem.result.finding.DetectionFindings.Detection;
import org.tandem.result.finding.Finding.Presence;
import org.tandem.result.finding.Finding.Subject;
import org.tandem.result.finding.RegressionFindings.Estimate;
import org.tandem.result.iod.PlainText;

/** Collects findings and names each. For one thread. */
final class FindingList {

    private final List<Finding> all = new ArrayList<>();
    private final TrackingUids uids;
    private int segments;
    private int taken;

    FindingList(TrackingUids uids) {
        this.uids = uids;
    }

    /** What was added since the last time, that is to one picture. */
    List<Finding> take() {
        List<Finding> added = List.copyOf(all.subList(taken, all.size()));
        taken = all.size();
        segments = 0;
        return added;
    }

    /** Maps are no findings and are left out. */
    void add(OutputFindings output) {
        if (output instanceof SegmentationFindings segmentation) {
            segmentation.segments().forEach(segment -> all.add(finding(segment, segmentation)));
        } else if (output instanceof ClassificationFindings classification) {
            classification.scores().forEach(score -> all.add(finding(score)));
        } else if (output instanceof DetectionFindings detection) {
            add(detection);
        } else if (output instanceof RegressionFindings regression) {
            regression.estimates().forEach(estimate -> all.add(finding(estimate)));
        }
    }

    private Finding finding(PredictedSegment predicted, SegmentationFindings output) {
        Subject subject = subject(predicted.segment().meaning(), output.operatingPoint());
        if (predicted.mask().isEmpty()) {
            return new Finding.Absent(subject);
        }
        Finding.Region region = new Finding.Region(predicted.mask(), predicted.probability());
        return new Finding.Segmented(subject, ++segments, region, output.measurements());
    }

    private Finding finding(Score score) {
        return new Finding.Classified(
                subject(score.meaning(), score.decision().operatingPoint()),
                score.probability(),
                score.interval(),
                presence(score));
    }

    /** Undetermined where the model's own uncertainty reaches across its line. */
    private static Presence presence(Score score) {
        boolean reachesAcross = score.decision()
                .operatingPoint()
                .flatMap(line -> score.interval()
                        .filter(interval -> interval.low() < line.threshold() && interval.high() > line.threshold()))
                .isPresent();
        if (reachesAcross) {
            return Presence.UNDETERMINED;
        }
        return score.decision().present() ? Presence.PRESENT : Presence.ABSENT;
    }

    private void add(DetectionFindings output) {
        for (Meaning sought : output.soughtFor()) {
            List<Detection> found = output.detections().stream()
                    .filter(detection -> detection.meaning().equals(sought))
                    .toList();
            if (found.isEmpty()) {
                all.add(new Finding.Absent(subject(sought, Optional.of(output.operatingPoint()))));
            }
            for (Detection detection : found) {
                Subject subject = subject(sought, Optional.of(output.operatingPoint()));
                all.add(new Finding.Detected(subject, detection.shape(), detection.probability()));
            }
        }
    }

    private Finding finding(Estimate estimate) {
        return new Finding.Estimated(
                subject(estimate.quantity(), Optional.empty()), estimate.value(), estimate.unit(), estimate.interval());
    }

    private Subject subject(Meaning meaning, Optional<OperatingPoint> operatingPoint) {
        return new Subject(
                meaning, new Finding.Tracking(identifier(meaning), uids.tracking(all.size())), operatingPoint);
    }

    /** Tracking Identifier: the label, with a number where an earlier one has it (unique in a document, TID 1411). */
    private String identifier(Meaning meaning) {
        String label = PlainText.longString(meaning.label());
        long taken = all.stream()
                .filter(finding ->
                        PlainText.longString(finding.meaning().label()).equals(label))
                .count();
        return taken == 0 ? label : label + " (" + (taken + 1) + ")";
    }
}
