package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;
import static org.tandem.result.sr.Related.hasConceptMod;
import static org.tandem.result.sr.Related.hasObsContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandem.dicom.Code;
import org.tandem.dicom.Tag;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DeviceIdentity;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.TextItem;
import org.tandem.result.sr.ContentItem.UidRefItem;

/** Measurement Report (PS3.16 TID 1500): who observed, on which images, what was found, and the sum of it in words. */
public record MeasurementReport(
        ResultContext context, String intendedUse, Findings findings, Optional<ResultObject> segmentation) {

    Container root() {
        List<Related> children = new ArrayList<>();
        children.add(hasConceptMod(new CodeItem(Concepts.LANGUAGE, Concepts.ENGLISH)));
        children.addAll(deviceObserver());
        children.add(hasConceptMod(new CodeItem(
                Concepts.PROCEDURE_REPORTED,
                ImagingModality.of(context.header()).procedure())));
        children.add(contains(new ImageLibrary(context).root()));
        children.add(contains(Container.of(Concepts.IMAGING_MEASUREMENTS, groups())));
        children.add(contains(Container.of(Concepts.QUALITATIVE_EVALUATIONS, summary())));
        return new Container(Concepts.IMAGING_MEASUREMENT_REPORT, "1500", children);
    }

    /** Device Observer Identifying Attributes (TID 1002, 1004). */
    private List<Related> deviceObserver() {
        Algorithm algorithm = context.algorithm();
        DeviceIdentity device = context.device();
        return List.of(
                hasObsContext(new CodeItem(Concepts.OBSERVER_TYPE, Concepts.DEVICE)),
                hasObsContext(new UidRefItem(Concepts.DEVICE_OBSERVER_UID, algorithm.deviceUid())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_NAME, algorithm.title())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_MANUFACTURER, device.manufacturer())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_MODEL_NAME, device.modelName())),
                hasObsContext(new TextItem(Concepts.DEVICE_OBSERVER_SERIAL_NUMBER, device.serialNumber())));
    }

    private List<Related> groups() {
        return findings.all().stream()
                .map(finding -> contains(new MeasurementGroup(context, finding, segmentation).root()))
                .toList();
    }

    /** Statements on the whole run. That nothing was found is said, never left to be read out of silence. */
    private List<Related> summary() {
        boolean found = !findings.segmented().isEmpty();
        Code outcome = found ? Concepts.SUCCEEDED_WITH_FINDINGS : Concepts.SUCCEEDED_WITHOUT_FINDINGS;
        return List.of(
                contains(new CodeItem(Concepts.PROCESSING_SUMMARY, outcome)),
                contains(new TextItem(Concepts.COMMENT, sentence())));
    }

    private String sentence() {
        Algorithm algorithm = context.algorithm();
        String absent = labels(false);
        return PlainText.of(algorithm.title() + " " + algorithm.version() + " on series "
                + context.header().string(Tag.SERIES_NUMBER).orElse("without number") + ", "
                + context.source().slices().size() + " slices. Found: "
                + (findings.segmented().isEmpty() ? "nothing" : labels(true)) + ". "
                + (absent.isEmpty() ? "" : "Looked for and not found: " + absent + ". ")
                + "AI result, not for primary diagnosis; intended use: " + intendedUse + ".");
    }

    private String labels(boolean present) {
        return findings.all().stream()
                .filter(finding -> finding.presence() == (present ? Finding.Presence.PRESENT : Finding.Presence.ABSENT))
                .map(finding -> finding.tracking().identifier())
                .collect(Collectors.joining(", "));
    }
}
