package org.tandem.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the objects that say what a model found in a series. */
public final class ResultBuilder {

    private ResultBuilder() {}

    /**
     * A segmentation, where any segment has a voxel, and then always a report. The same input at another time gives the
     * same objects but for their content date and time.
     *
     * @throws org.tandem.dicom.TandemException if a result would not match its source in patient, study, frame of
     *     reference or geometry
     */
    public static List<ResultObject> build(ResultInput input) {
        ResultContext context = ResultContext.of(input);
        Findings findings = Findings.of(input.findings(), context.uids());
        Optional<ResultObject> segmentation = findings.present().isEmpty()
                ? Optional.empty()
                : Optional.of(SegmentationIod.of(context, findings.present()));
        MeasurementReport report = new MeasurementReport(context, input.model().intendedUse(), findings, segmentation);
        List<ResultObject> objects = new ArrayList<>();
        segmentation.ifPresent(objects::add);
        objects.add(ReportIod.of(report));
        ResultGate gate = new ResultGate(input.source());
        objects.forEach(gate::check);
        return List.copyOf(objects);
    }
}
