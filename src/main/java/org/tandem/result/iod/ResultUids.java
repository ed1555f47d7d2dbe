package org.tandem.result.iod;

import java.util.Locale;
import java.util.stream.Collectors;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.series.SourceSeries;

/**
 * The UIDs of what one model version says about one input. They follow from study, series, the instances and frames
 * that were read, model name and version, so that a retry makes the same objects and never second ones; a series that
 * has grown by a late image is another input, and so is one beside which others have.
 */
public record ResultUids(String study, String series, String input, ModelIdentity model) {

    public static ResultUids of(SourceSeries source, ModelIdentity model) {
        String input = source.all().stream()
                .flatMap(series -> series.slices().stream())
                .map(slice -> slice.sopInstance() + "/" + slice.frameNumber().orElse(0))
                .sorted()
                .collect(Collectors.joining(" "));
        return new ResultUids(
                source.header().requireUid(Tag.STUDY_INSTANCE_UID).value(),
                source.header().requireUid(Tag.SERIES_INSTANCE_UID).value(),
                input,
                model);
    }

    /** One series for each kind and model version; a repeated run on a grown source adds to it. */
    public Uid series(ResultKind kind) {
        return Uid.derived("series", study, series, model.name(), model.version(), name(kind));
    }

    public Uid instance(ResultKind kind) {
        return ofInput("instance", name(kind));
    }

    /** Of one of several objects of a kind, by what tells it from the others. */
    public Uid instance(ResultKind kind, String which) {
        return ofInput("instance", name(kind) + "/" + which);
    }

    /** Of the run itself: this model version on this input. */
    public Uid run() {
        return ofInput("run", "");
    }

    public Uid dimensionOrganization() {
        return ofInput("dimensions", "");
    }

    /** Of the dimensions of one of several objects. */
    public Uid dimensionOrganization(String which) {
        return ofInput("dimensions", which);
    }

    /** Of the coordinate system of the source's own pixels, where it has none in the patient. */
    public Uid pictureSpace() {
        return Uid.derived("picture space", study, series, input);
    }

    /** Of the segment at this place among all that the model looks for, from 0. */
    public Uid tracking(int index) {
        return ofInput("tracking", Integer.toString(index));
    }

    private Uid ofInput(String what, String which) {
        return Uid.derived(what, study, series, input, model.name(), model.version(), which);
    }

    private static String name(ResultKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
