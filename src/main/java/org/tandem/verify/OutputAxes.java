package org.tandem.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.inference.tensor.TensorForm;
import org.tandem.model.Input;
import org.tandem.model.LabelledClass;
import org.tandem.model.Output;
import org.tandem.model.Places;
import org.tandem.model.Quantity;
import org.tandem.model.Segment;
import org.tandem.model.Sought;

/** What a manifest expects of the axes of an output. Axes whose extent the network leaves open fit. */
record OutputAxes(Input.Layout layout) {

    /** Where a signature is of another shape, in sentences. */
    List<String> differences(Output output, TensorForm form) {
        if (form.shape().isEmpty()) {
            return List.of();
        }
        if (output instanceof Output.Segmentation segmentation) {
            return spread(form, segmentation.segments().stream().map(Segment::channel));
        }
        if (output instanceof Output.Classification classification) {
            return rows(form, channels(classification));
        }
        if (output instanceof Output.Regression regression) {
            return rows(form, regression.quantities().stream().map(Quantity::channel));
        }
        return places((Output.Detection) output, form);
    }

    private List<String> places(Output.Detection detection, TensorForm form) {
        if (detection.places() instanceof Places.Peaks) {
            return spread(form, detection.classes().stream().map(Sought::channel));
        }
        int numbers = detection.places() instanceof Places.Boxes boxes
                ? boxes.form().order().count()
                : layout.isFlat() ? 4 : 6;
        List<Integer> shape = form.shape().orElseThrow();
        boolean fits = shape.size() == 3 && (shape.get(2) == TensorForm.ANY || shape.get(2) == numbers);
        return fits ? List.of() : List.of("got " + form + ", expected [any, boxes, " + numbers + "]");
    }

    /** Of an order, the last class may be what is left over. */
    private static Stream<Integer> channels(Output.Classification classification) {
        List<LabelledClass> classes = classification.classes();
        boolean ordinal = classification.scoring().choice() == Output.Choice.ORDINAL;
        return classes.subList(0, ordinal ? classes.size() - 1 : classes.size()).stream()
                .map(LabelledClass::channel);
    }

    /** A value for each voxel and channel. */
    private List<String> spread(TensorForm form, Stream<Integer> channels) {
        List<Integer> shape = form.shape().orElseThrow();
        String axes = layout.name();
        if (shape.size() != axes.length()) {
            return List.of("got " + form + ", expected " + axes.length() + " axes (layout " + axes + ")");
        }
        return beyond(form, shape.get(axes.indexOf('C')), channels);
    }

    /** A row of numbers for each slice or window. */
    private static List<String> rows(TensorForm form, Stream<Integer> channels) {
        List<Integer> row = form.shape().orElseThrow();
        row = row.subList(Math.min(1, row.size()), row.size());
        return row.contains(TensorForm.ANY)
                ? List.of()
                : beyond(form, row.stream().reduce(1, Math::multiplyExact), channels);
    }

    private static List<String> beyond(TensorForm form, int count, Stream<Integer> channels) {
        List<Integer> missing = new ArrayList<>();
        channels.filter(channel -> count != TensorForm.ANY && channel >= count).forEach(missing::add);
        return missing.isEmpty()
                ? List.of()
                : List.of("got " + form + ", that is channels 0 to " + (count - 1) + ", expected also " + missing);
    }
}
