package org.tandem.model;

import java.util.List;
import org.tandem.volume.Side;
import org.tandem.volume.Vector3;

/** Reads what of an image is looked at: {@code flip_to}, {@code crop_mm}, {@code crop_to}, {@code beyond}. */
final class ViewReader {

    private ViewReader() {}

    static Input.View read(YamlMap input) {
        double beyond = input.decimal("beyond", 0);
        if (!Double.isFinite(beyond)) {
            throw input.wrong("beyond", beyond, "a number");
        }
        return new Input.View(
                input.optionalEnum("flip_to", Side.class),
                crop(input),
                beyond,
                input.choice("interpolation", Input.Interpolation.LINEAR));
    }

    private static Input.Crop crop(YamlMap input) {
        if (input.has("crop_mm") && input.has("crop_to")) {
            throw input.wrong("crop_to", "also crop_mm", "one of the two");
        }
        if (input.has("crop_mm")) {
            return new Input.Crop.ToExtent(extent(input));
        }
        return input.optionalMap("crop_to").map(ViewReader::bright).orElse(new Input.Crop.None());
    }

    /** Of D, H, W; .inf leaves an axis as it is. */
    private static Vector3 extent(YamlMap input) {
        List<Double> dhw = input.decimals("crop_mm");
        if (dhw.size() != 3 || !dhw.stream().allMatch(mm -> mm > 0)) {
            throw input.wrong("crop_mm", dhw, "three lengths, for D, H and W; .inf for all of an axis");
        }
        return new Vector3(dhw.get(2), dhw.get(1), dhw.get(0));
    }

    private static Input.Crop bright(YamlMap yaml) {
        boolean share = yaml.has("above_share");
        if (share == yaml.has("above")) {
            throw yaml.wrong("above", share ? "also above_share" : "nothing", "one of above and above_share");
        }
        double above = yaml.decimal(share ? "above_share" : "above", 0);
        if (!Double.isFinite(above) || (share && !(above >= 0 && above < 1))) {
            throw yaml.wrong(share ? "above_share" : "above", above, share ? "a share, 0 to 1" : "a number");
        }
        double margin = yaml.decimal("margin_mm", 0);
        if (!(margin >= 0) || !Double.isFinite(margin)) {
            throw yaml.wrong("margin_mm", margin, "a length of at least 0");
        }
        return new Input.Crop.ToBright(above, share, margin);
    }
}
