package org.tandem.inference.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandem.inference.input.Prepared;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.Window;
import org.tandem.model.Technique;
import org.tandem.volume.Size;

/**
 * Feeds an exam to the network in windows, several at once where the manifest says so: all of it, slices, or parts.
 * What has a value for each voxel is blended where windows overlap, other answers are kept window by window. Memory:
 * one sum for each output over the volume, and one batch of windows.
 */
public record WindowPass(Feed feed, Technique technique) implements Pass {

    @Override
    public Answers over(Prepared prepared) {
        Size size = prepared.grid().size();
        Technique.SlidingWindow sliding = windows(size);
        List<Window> places = places(size, sliding);
        if (places.size() == 1 && sliding.window().equals(size)) {
            return new Answers(feed.run(prepared, places, size), places, size);
        }
        Map<String, WindowSum> sums = new HashMap<>();
        Map<String, List<Tensor>> rows = new HashMap<>();
        float[] weights = WindowWeights.of(sliding.window(), sliding.blend());
        WindowSum.Frame frame =
                new WindowSum.Frame(size, sliding.window(), feed.input().layout());
        for (int from = 0; from < places.size(); from += sliding.batch()) {
            List<Window> batch = places.subList(from, Math.min(places.size(), from + sliding.batch()));
            feed.run(prepared, batch, sliding.window()).forEach((name, answer) -> {
                if (frame.isCoveredBy(answer)) {
                    sums.computeIfAbsent(name, n -> new WindowSum(frame)).add(answer, batch, weights);
                } else {
                    rows.computeIfAbsent(name, n -> new ArrayList<>()).add(requireRows(name, answer, batch.size()));
                }
            });
        }
        Map<String, Tensor> all = new HashMap<>();
        sums.forEach((name, sum) -> all.put(name, sum.mean()));
        rows.forEach((name, answers) -> all.put(name, Tensor.concatenated(answers)));
        return new Answers(all, places, sliding.window());
    }

    /** Each technique is one of windows. */
    private Technique.SlidingWindow windows(Size size) {
        if (technique instanceof Technique.SlidingWindow sliding) {
            return sliding;
        }
        if (technique instanceof Technique.SliceWise slices) {
            return slices(size, slices.batch());
        }
        return technique instanceof Technique.Candidates candidates
                ? slices(size, candidates.batch())
                : new Technique.SlidingWindow(size, 0, Technique.Blend.CONSTANT, 1);
    }

    private static Technique.SlidingWindow slices(Size size, int batch) {
        Size slice = new Size(size.x(), size.y(), 1);
        return new Technique.SlidingWindow(slice, 0, Technique.Blend.CONSTANT, batch);
    }

    private static List<Window> places(Size size, Technique.SlidingWindow technique) {
        Size window = technique.window();
        List<Window> places = new ArrayList<>();
        for (int z : WindowStarts.of(size.z(), window.z(), technique.overlap())) {
            for (int y : WindowStarts.of(size.y(), window.y(), technique.overlap())) {
                for (int x : WindowStarts.of(size.x(), window.x(), technique.overlap())) {
                    places.add(new Window(x, y, z));
                }
            }
        }
        return places;
    }

    private static Tensor requireRows(String name, Tensor answer, int count) {
        if (answer.shape().isEmpty() || answer.shape().get(0) != count) {
            throw Layouts.refusal("\"" + name + "\" of shape " + answer.shape() + ", expected " + count
                    + " along the first axis, one for each window of the batch");
        }
        return answer;
    }
}
