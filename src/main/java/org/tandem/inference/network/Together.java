package org.tandem.inference.network;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Combination;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.TensorFunction;
import org.tandem.model.Refinement.Axis;

/**
 * Asks several, and answers with what they say together and, beside it, with the {@link Answers#varianceOf variance}:
 * of what they say, and of what each was unsure about itself on average.
 *
 * @param spatial whether the variance of what is spread out over the grid is worked out too
 */
public record Together(List<TensorFunction> members, Combination combination, boolean spatial)
        implements TensorFunction {

    public Together {
        members = List.copyOf(members);
    }

    /** The image as it is, and its mirror images along every combination of the axes. */
    public static TensorFunction overFlips(TensorFunction inner, Set<Axis> axes, Layouts layouts, boolean spatial) {
        List<TensorFunction> views = new ArrayList<>(List.of(inner));
        List<Axis> all = List.copyOf(axes);
        for (int bits = 1; bits < 1 << all.size(); bits++) {
            Set<Axis> some = EnumSet.noneOf(Axis.class);
            for (int i = 0; i < all.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    some.add(all.get(i));
                }
            }
            views.add(new Mirrored(inner, some, layouts));
        }
        return views.size() == 1 ? inner : new Together(views, Combination.mean(views.size()), spatial);
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        List<Map<String, Tensor>> said =
                members.stream().map(member -> member.run(inputs)).toList();
        Map<String, Tensor> together = new HashMap<>();
        for (String name : said.get(0).keySet()) {
            if (!Answers.isVariance(name)) {
                List<Tensor> values = named(name, said);
                together.put(name, combination.of(values));
                if (spatial || !Answers.isSpatial(values.get(0))) {
                    together.put(Answers.varianceOf(name), variance(name, values, said));
                }
            }
        }
        return together;
    }

    private static List<Tensor> named(String name, List<Map<String, Tensor>> said) {
        List<Tensor> tensors =
                said.stream().map(one -> Answers.require(one, name)).toList();
        List<List<Integer>> shapes =
                tensors.stream().map(Tensor::shape).distinct().toList();
        if (shapes.size() > 1) {
            throw Layouts.refusal("\"" + name + "\": got shapes " + shapes + " of one input, expected the same of all");
        }
        return tensors;
    }

    /** Of a sample, over one less than the number of members; plus the mean of the members' own. */
    private static Tensor variance(String name, List<Tensor> values, List<Map<String, Tensor>> said) {
        float[] variance = new float[values.get(0).values().length];
        int n = values.size();
        for (int i = 0; i < variance.length; i++) {
            double sum = 0;
            double squares = 0;
            for (Tensor one : values) {
                sum += one.values()[i];
                squares += (double) one.values()[i] * one.values()[i];
            }
            variance[i] = (float) (n == 1 ? 0 : Math.max(0, squares - sum * sum / n) / (n - 1));
        }
        for (Map<String, Tensor> one : said) {
            Tensor own = one.get(Answers.varianceOf(name));
            for (int i = 0; own != null && i < variance.length; i++) {
                variance[i] += own.values()[i] / n;
            }
        }
        return new Tensor(variance, values.get(0).shape());
    }
}
