package org.tandem.result;

import java.util.ArrayList;
import java.util.List;
import org.tandem.inference.PredictedSegment;
import org.tandem.volume.Mask;

/** All that one model looked for in one series, in the order of its manifest. */
record Findings(List<Finding> all) {

    Findings {
        all = List.copyOf(all);
    }

    static Findings of(List<SegmentationFindings> outputs, ResultUids uids) {
        List<Finding> all = new ArrayList<>();
        int number = 0;
        for (SegmentationFindings output : outputs) {
            for (PredictedSegment predicted : output.segments()) {
                Finding.Tracking tracking = new Finding.Tracking(identifier(predicted, all), uids.tracking(all.size()));
                Mask mask = predicted.mask();
                all.add(
                        mask.isEmpty()
                                ? new Finding.Absent(predicted.segment(), tracking)
                                : new Finding.Present(
                                        predicted.segment(), tracking, ++number, mask, output.measurements()));
            }
        }
        return new Findings(all);
    }

    List<Finding.Present> present() {
        return all.stream()
                .filter(Finding.Present.class::isInstance)
                .map(Finding.Present.class::cast)
                .toList();
    }

    /** Tracking Identifier: the label, with a number where an earlier one has it (unique in a document, TID 1411). */
    private static String identifier(PredictedSegment predicted, List<Finding> earlier) {
        String label = PlainText.longString(predicted.segment().label());
        long taken = earlier.stream()
                .filter(f -> PlainText.longString(f.segment().label()).equals(label))
                .count();
        return taken == 0 ? label : label + " (" + (taken + 1) + ")";
    }
}
