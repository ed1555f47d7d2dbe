package org.tandem.inference.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.TensorFunction;
import org.tandem.model.Refinement.Axis;

/** Shows the mirror image along some axes, and turns round again what is spread out over the grid. */
record Mirrored(TensorFunction inner, Set<Axis> axes, Layouts layouts) implements TensorFunction {

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        Map<String, Tensor> shown = new HashMap<>();
        inputs.forEach((name, tensor) -> shown.put(name, turned(tensor, layouts::inputAxis)));
        Map<String, Tensor> said = new HashMap<>();
        inner.run(shown)
                .forEach((name, tensor) ->
                        said.put(name, Answers.isSpatial(tensor) ? turned(tensor, layouts::answerAxis) : tensor));
        return said;
    }

    private interface Place {
        int of(Axis axis);
    }

    private Tensor turned(Tensor tensor, Place place) {
        Tensor turned = tensor;
        for (Axis axis : axes) {
            turned = turned.reversed(place.of(axis));
        }
        return turned;
    }
}
