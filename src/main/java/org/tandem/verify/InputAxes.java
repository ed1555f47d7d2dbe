package org.tandem.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.inference.tensor.TensorForm;
import org.tandem.model.Input;
import org.tandem.model.Manifest;
import org.tandem.model.Technique;
import org.tandem.volume.Size;

/** The axes of the tensor that a manifest has its network fed with. */
record InputAxes(String layout, List<Axis> axes) {

    /**
     * One axis.
     *
     * @param extent empty where the series decides
     * @param from what in the manifest says so
     */
    record Axis(char name, Optional<Integer> extent, String from) {}

    static InputAxes of(Manifest manifest) {
        String layout = manifest.input().layout().name();
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < layout.length(); i++) {
            axes.add(axis(layout.charAt(i), manifest));
        }
        return new InputAxes(layout, axes);
    }

    /** Where a signature is of another shape, a sentence for each axis. */
    List<String> differences(TensorForm form) {
        List<Integer> shape = form.shape().orElse(List.of());
        if (form.shape().isPresent() && shape.size() != axes.size()) {
            return List.of("got " + form + ", expected " + axes.size() + " axes (layout " + layout + ")");
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            Axis axis = axes.get(i);
            if (shape.get(i) != TensorForm.ANY && !axis.extent().equals(Optional.of(shape.get(i)))) {
                String expected =
                        axis.extent().map(extent -> extent + " or any").orElse("any");
                differences.add("axis " + axis.name() + ": got " + shape.get(i) + " in " + form + ", expected "
                        + expected + " (" + axis.from() + ")");
            }
        }
        return differences;
    }

    private static Axis axis(char name, Manifest manifest) {
        return switch (name) {
            case 'N' -> new Axis(name, Optional.of(batch(manifest.technique())), "batch");
            case 'C' -> new Axis(name, Optional.of(channels(manifest)), "channels");
            default -> extent(name, manifest);
        };
    }

    private static int batch(Technique technique) {
        if (technique instanceof Technique.SlidingWindow windows) {
            return windows.batch();
        }
        return technique instanceof Technique.SliceWise slices ? slices.batch() : 1;
    }

    private static int channels(Manifest manifest) {
        int neighbours = manifest.technique() instanceof Technique.SliceWise slices ? slices.neighbours() : 0;
        return manifest.input().channelCount() * (2 * neighbours + 1);
    }

    private static Axis extent(char name, Manifest manifest) {
        Input.Sampling sampling = manifest.input().framing().sampling();
        if (manifest.technique() instanceof Technique.SlidingWindow windows) {
            return along(name, windows.window(), "window_voxels");
        }
        if (sampling instanceof Input.Sampling.ToVoxels voxels) {
            return along(name, voxels.size(), "resample_to_voxels");
        }
        if (sampling instanceof Input.Sampling.ToPixels pixels && name != 'D') {
            return new Axis(name, Optional.of(name == 'H' ? pixels.height() : pixels.width()), "resize_to_pixels");
        }
        return new Axis(name, Optional.empty(), "the series decides, for nothing resamples it to so many voxels");
    }

    private static Axis along(char name, Size size, String from) {
        return new Axis(name, Optional.of(name == 'D' ? size.z() : name == 'H' ? size.y() : size.x()), from);
    }
}
