package org.tandem.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.tandem.inference.Inferer;
import org.tandem.inference.ModelCache;
import org.tandem.inference.input.Exam;
import org.tandem.inference.network.Networks;
import org.tandem.model.Model;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** A model, loaded to be tried: asked, and timed. Owns its network. For one thread. */
public final class Trial implements AutoCloseable {

    /** An image that any model should stomach: so many voxels of 4 mm along each axis. */
    private static final int MADE_UP_VOXELS = 48;

    private final Model model;
    private final ModelCache networks;
    private final Duration loading;

    private Trial(Model model, ModelCache networks, Duration loading) {
        this.model = model;
        this.networks = networks;
        this.loading = loading;
    }

    /** Loads the network; refuses one that cannot be loaded. */
    public static Trial of(Model model, Networks networks) {
        ModelCache cache = new ModelCache(networks, 1);
        long start = System.nanoTime();
        try {
            cache.warm(model);
        } catch (RuntimeException e) {
            cache.close();
            throw e;
        }
        return new Trial(model, cache, Duration.ofNanos(System.nanoTime() - start));
    }

    /** How long loading took. */
    public Duration loading() {
        return loading;
    }

    /** What the model says of each, and how long it took. */
    public Answered ask(List<Exam> exams) {
        long start = System.nanoTime();
        List<Map<String, Double>> answers = networks.with(model, inferer -> answers(inferer, exams));
        return new Answered(answers, Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<Map<String, Double>> answers(Inferer inferer, List<Exam> exams) {
        return exams.stream()
                .map(exam -> Said.of(inferer.infer(exam), exam.volume().grid()))
                .toList();
    }

    /** The times of so many further runs, the shortest first. */
    public List<Duration> times(List<Exam> exams, int runs) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            times.add(ask(exams).took());
        }
        Collections.sort(times);
        return times;
    }

    /** Named numbers of each volume or picture, and the time they took. */
    public record Answered(List<Map<String, Double>> numbers, Duration took) {}

    /** An image that the model should stomach, made up. */
    public static Exam madeUp(Model model) {
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        int slices = model.manifest().input().layout().isFlat() ? 1 : MADE_UP_VOXELS;
        Size size = new Size(MADE_UP_VOXELS, MADE_UP_VOXELS, slices);
        Grid grid = new Grid(size, axes, new Vector3(4, 4, 4), new Vector3(0, 0, 0));
        float[] voxels = new float[size.voxels()];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = i % 97;
        }
        return Exam.ofAll(model.manifest().input(), new Volume(grid, voxels));
    }

    @Override
    public void close() {
        networks.close();
    }
}
