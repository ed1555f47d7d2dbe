package org.tandem.inference.input;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.tandem.model.Composition;
import org.tandem.model.Input;
import org.tandem.volume.Grid;
import org.tandem.volume.Resampling;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * From images to what a network is to see: turn the axes and resample onto the network's grid (one interpolation), then
 * bring the values into range.
 */
public record Preparation(Input input) {

    public Prepared of(Exam exam) {
        Grid grid = grid(exam);
        List<float[]> raw =
                raw(exam).stream().map(volume -> resampled(volume, grid)).toList();
        return new Prepared(grid, values(raw));
    }

    /** The channels that the network sees, brought into range; one image alone may become several of them. */
    List<float[]> values(List<float[]> raw) {
        List<Composition.Channel> channels = input.composition().channels();
        if (!channels.isEmpty()) {
            return IntStream.range(0, channels.size())
                    .mapToObj(i -> alone(channels.get(i), raw.get(raw.size() == 1 ? 0 : i)))
                    .toList();
        }
        boolean coloured = input.values().channels() == Input.Channels.RGB && raw.size() == 1;
        return new Normalisation(input.values()).apply(coloured ? Collections.nCopies(3, raw.get(0)) : raw);
    }

    private static float[] alone(Composition.Channel channel, float[] raw) {
        return new Normalisation(channel.values()).apply(List.of(raw)).get(0);
    }

    private List<Volume> raw(Exam exam) {
        if (input.composition().isOfSeveralSeries()) {
            return input.composition().channels().stream()
                    .map(channel -> exam.require(channel.name()))
                    .toList();
        }
        boolean coloured = input.values().channels() == Input.Channels.RGB
                && !exam.colour().isEmpty();
        if (coloured) {
            return input.values()
                    .constancy()
                    .map(constancy -> Illuminant.of(exam.colour(), constancy).takenFrom(exam.colour()))
                    .orElse(exam.colour());
        }
        boolean shown = input.values().intensity() instanceof Input.Intensity.Voi;
        return List.of(shown ? exam.display().brightness().get() : exam.volume());
    }

    private float[] resampled(Volume volume, Grid grid) {
        Input.View view = input.framing().view();
        float beyond = (float) view.beyond();
        return view.interpolation() == Input.Interpolation.ANTIALIASED
                ? Resampling.antialiased(volume, grid, beyond).voxels()
                : Resampling.linear(volume, grid, beyond).voxels();
    }

    /** The voxels of the exam that are looked at, with its axes turned and flipped, none of them between its own. */
    private Grid lookedAt(Exam exam) {
        Input.View view = input.framing().view();
        Grid seen = view.crop() instanceof Input.Crop.ToBright bright
                ? new BrightPart(bright).of(exam.volume())
                : exam.volume().grid();
        Grid turned = input.framing().orientation().map(o -> o.of(seen)).orElse(seen);
        boolean other = view.flipTo().isPresent()
                && exam.display()
                        .side()
                        .filter(side -> side != view.flipTo().get())
                        .isPresent();
        Grid flipped = other ? turned.mirrored() : turned;
        return view.crop() instanceof Input.Crop.ToExtent extent ? flipped.aboutMiddle(extent.extentMm()) : flipped;
    }

    /** The voxels that the network sees. */
    private Grid grid(Exam exam) {
        Grid turned = lookedAt(exam);
        Input.Sampling sampling = input.framing().sampling();
        if (sampling instanceof Input.Sampling.ToVoxels voxels) {
            return fitted(turned, voxels.size(), voxels.fit());
        }
        if (sampling instanceof Input.Sampling.ToPixels pixels) {
            Size size = new Size(pixels.width(), pixels.height(), turned.size().z());
            return fitted(turned, size, pixels.fit());
        }
        return sampling instanceof Input.Sampling.ToSpacing spacing
                ? turned.withSpacingNear(spacing.spacingMm())
                : turned;
    }

    private Grid fitted(Grid grid, Size size, Input.Fit fit) {
        return fit == Input.Fit.STRETCH
                ? grid.resizedTo(size)
                : grid.letterboxedTo(size, input.layout().isFlat());
    }
}
