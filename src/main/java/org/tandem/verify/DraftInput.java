package org.tandem.verify;

import java.util.List;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.TensorForm;
import org.tandem.model.Input;

/**
 * What the form of an input suggests.
 *
 * @param channels as many as its axis says; 1 where that is open
 */
record DraftInput(String tensor, TensorForm form, Input.Layout layout, int channels) {

    /** More channels than this are rather an axis of the image. */
    private static final int MOST_CHANNELS = 32;

    private static final int VOLUME_AXES = 5;
    private static final int PICTURE_AXES = 4;

    static DraftInput of(String tensor, TensorForm form) {
        List<Integer> shape = form.shape().orElse(List.of());
        if (shape.size() != VOLUME_AXES && shape.size() != PICTURE_AXES) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Input \"" + tensor + "\": got " + form + ", expected " + PICTURE_AXES
                            + " axes (pictures, slices) or " + VOLUME_AXES + " (volumes), batch and channels included");
        }
        boolean last = isChannelLast(shape);
        Input.Layout layout = shape.size() == PICTURE_AXES
                ? (last ? Input.Layout.NHWC : Input.Layout.NCHW)
                : (last ? Input.Layout.NDHWC : Input.Layout.NCDHW);
        int channels = shape.get(last ? shape.size() - 1 : 1);
        return new DraftInput(tensor, form, layout, channels == TensorForm.ANY ? 1 : channels);
    }

    /** The axis of channels is the short one; where none is, the last. */
    private static boolean isChannelLast(List<Integer> shape) {
        int first = shape.get(1);
        int last = shape.get(shape.size() - 1);
        boolean isFirst = first > 0 && first <= MOST_CHANNELS && (last < 0 || last > MOST_CHANNELS);
        return !isFirst;
    }

    boolean flat() {
        return layout.isFlat();
    }

    /** The extents of the axes of the image, in their order. */
    List<Integer> extents() {
        List<Integer> shape = form.shape().orElseThrow();
        return layout.isChannelLast() ? shape.subList(1, shape.size() - 1) : shape.subList(2, shape.size());
    }

    void write(DraftLines lines) {
        lines.raw("input:");
        lines.value("input.tensor", DraftLines.quoted(tensor));
        lines.value("input.layout", layout.name());
        String sampling = flat() ? "resize_to_pixels" : "resample_to_voxels";
        if (extents().contains(TensorForm.ANY)) {
            lines.check("input." + sampling, "  # " + sampling + ": " + ManifestDraft.list(extents()));
        } else {
            lines.value("input." + sampling, ManifestDraft.list(extents()));
        }
        if (channels == 3) {
            lines.value("input.channels", "rgb");
        }
        lines.check("input.intensity", "  intensity: {}");
        lines.comment("  One of {divide_by: max}, {window: [LOW, HIGH]}, {percentiles: [1, 99]}, {z_score: true},"
                + " {min_max: true}, as in training.");
        writeNeighbours(lines);
    }

    private void writeNeighbours(DraftLines lines) {
        if (flat() && channels > 3 && channels % 2 == 1) {
            lines.check(
                    "technique.slice_wise.neighbours",
                    "technique: {slice_wise: {neighbours: " + (channels - 1) / 2 + "}}");
        } else if (channels != 1 && channels != 3) {
            lines.comment(
                    DraftLines.CHECK + ": the network takes " + channels + " channels; say under input which they are");
        }
    }
}
