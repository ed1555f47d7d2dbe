package org.tandem.inference.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.Window;
import org.tandem.model.Output;
import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;

/** Reads boxes and their scores out of tensors that have a row for each slice or window. */
record BoxReading(Output.Detection output, BoxSource source, Optional<String> labels) {

    /** Voxel centres are whole numbers, edges of the first voxel are at −0.5. */
    private static final Vector3 EDGE_TO_CENTRE = new Vector3(-0.5, -0.5, -0.5);

    /** All boxes of all windows that reach the threshold. */
    List<Found> read(Answers answers) {
        Tensor boxes = answers.require(output.tensor());
        Tensor scores = answers.require(output.activated().tensor());
        int rows = answers.windows().size();
        requireShape(boxes, rows, -1, source.numbers());
        int count = boxes.shape().get(1);
        int channels = scores.shape().size() == 3 ? scores.shape().get(2) : 1;
        requireShape(scores, rows, count, scores.shape().size() == 3 ? channels : -1);
        Optional<Tensor> named = labels.map(answers::require);
        named.ifPresent(tensor -> requireShape(tensor, rows, count, -1));
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < rows * count; i++) {
            for (int c = 0; c < channels; c++) {
                double score = Layouts.requireProbability(scores.values()[i * channels + c]);
                int channel = named.isPresent() ? Math.round(named.get().values()[i]) : c;
                if (score >= output.selection().operatingPoint().threshold() && isSought(channel)) {
                    Shape.Box box = source.box(boxes.values(), i * source.numbers(), i % count);
                    add(found, new Found(channel, moved(box, answers.windows().get(i / count)), score));
                }
            }
        }
        return found;
    }

    private boolean isSought(int channel) {
        return output.classes().stream().anyMatch(sought -> sought.channel() == channel);
    }

    private static Shape.Box moved(Shape.Box box, Window window) {
        Vector3 shift = new Vector3(window.x(), window.y(), window.z()).plus(EDGE_TO_CENTRE);
        return new Shape.Box(box.from().plus(shift), box.to().plus(shift));
    }

    /** Lists of a fixed length are filled up with boxes without extent. */
    private static void add(List<Found> found, Found one) {
        Vector3 extent = one.to().minus(one.from());
        if (extent.x() > 0 && extent.y() > 0 && extent.z() > 0) {
            found.add(one);
        }
    }

    private static void requireShape(Tensor tensor, int rows, int count, int numbers) {
        List<Integer> shape = tensor.shape();
        boolean fits = shape.size() == (numbers < 0 ? 2 : 3)
                && shape.get(0) == rows
                && (count < 0 || shape.get(1) == count)
                && (numbers < 0 || shape.get(2) == numbers);
        if (!fits) {
            throw Layouts.refusal("got shape " + shape + ", expected [" + rows + ", " + (count < 0 ? "boxes" : count)
                    + (numbers < 0 ? "]" : ", " + numbers + "]"));
        }
    }
}
