package org.tandem.evaluate.data;

import org.tandem.model.Input;

/**
 * What the grey levels of a picture file stand for. A PNG or JPEG has none of a scanner's values: whoever made it
 * pressed a window into 0 to 255. A model that takes a window is given it back, from black to white.
 *
 * @param black what 0 stands for
 * @param white what the largest level that the file could hold stands for; as black: levels stay as they are stored
 */
public record GreyLevels(double black, double white) {

    public static final GreyLevels AS_STORED = new GreyLevels(0, 0);

    /** As a model that is fed so understands them. */
    public static GreyLevels of(Input.Intensity intensity) {
        if (intensity instanceof Input.Intensity.Voi) {
            return new GreyLevels(0, 1);
        }
        return intensity instanceof Input.Intensity.Window window
                ? new GreyLevels(window.low(), window.high())
                : AS_STORED;
    }

    /** Changes them in place. */
    void apply(float[] levels, int largest) {
        if (white > black) {
            double step = (white - black) / largest;
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (float) (black + levels[i] * step);
            }
        }
    }
}
