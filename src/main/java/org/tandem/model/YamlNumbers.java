package org.tandem.model;

import java.util.List;
import java.util.Optional;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** Numbers of a manifest that have a range; what lies outside is refused with its place. */
final class YamlNumbers {

    private YamlNumbers() {}

    /** A whole number of at least 1. */
    static int positive(YamlMap yaml, String key, int otherwise) {
        int number = yaml.integer(key, otherwise);
        if (number < 1) {
            throw yaml.wrong(key, number, "a whole number of at least 1");
        }
        return number;
    }

    /** A positive number, if it is there. */
    static Optional<Double> optionalPositive(YamlMap yaml, String key) {
        return yaml.optionalDecimal(key).map(number -> {
            if (!(number > 0) || !Double.isFinite(number)) {
                throw yaml.wrong(key, number, "a positive number");
            }
            return number;
        });
    }

    /** A probability between 0 and 1, neither of them. */
    static double within(YamlMap yaml, String key, double otherwise) {
        double number = yaml.decimal(key, otherwise);
        if (!(number > 0 && number < 1)) {
            throw yaml.wrong(key, number, "a probability between 0 and 1");
        }
        return number;
    }

    /** A share, 0 to 1, if it is there. */
    static Optional<Double> share(YamlMap yaml, String key) {
        return yaml.optionalDecimal(key).map(number -> {
            if (!(number >= 0 && number <= 1)) {
                throw yaml.wrong(key, number, "a share, 0 to 1");
            }
            return number;
        });
    }

    /** At least one number, all positive. */
    static List<Double> positives(YamlMap yaml, String key) {
        List<Double> numbers = yaml.decimals(key);
        if (numbers.isEmpty() || !numbers.stream().allMatch(n -> n > 0 && Double.isFinite(n))) {
            throw yaml.wrong(key, numbers, "positive numbers, at least one");
        }
        return numbers;
    }

    /** Three whole numbers in the order D, H, W. */
    static Size size(YamlMap yaml, String key) {
        double[] dhw = three(yaml, key);
        for (double number : dhw) {
            if (number != Math.rint(number)) {
                throw yaml.wrong(key, yaml.decimals(key), "three whole numbers");
            }
        }
        if (dhw[0] * dhw[1] * dhw[2] > Integer.MAX_VALUE - 8) {
            throw yaml.wrong(key, yaml.decimals(key), "fewer than 2³¹ voxels");
        }
        return new Size((int) dhw[2], (int) dhw[1], (int) dhw[0]);
    }

    /** Three lengths in the order D, H, W, as x, y, z of the tensor's grid. */
    static Vector3 spacing(YamlMap yaml, String key) {
        double[] dhw = three(yaml, key);
        return new Vector3(dhw[2], dhw[1], dhw[0]);
    }

    private static double[] three(YamlMap yaml, String key) {
        List<Double> numbers = yaml.decimals(key);
        if (numbers.size() != 3 || !numbers.stream().allMatch(n -> n > 0 && Double.isFinite(n))) {
            throw yaml.wrong(key, numbers, "three positive numbers, for D, H and W");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
