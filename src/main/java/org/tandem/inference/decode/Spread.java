package org.tandem.inference.decode;

import java.util.Optional;
import org.tandem.inference.tensor.Answers;

/** How far apart several views of one thing, or several networks, are. */
final class Spread {

    /** The share that lies within a margin. */
    static final double LEVEL = 0.95;

    /** 19 of 20 lie within so many standard deviations, if they are spread normally. */
    private static final double WIDTHS = 1.96;

    private Spread() {}

    /** Half the width of the interval about each channel; where the answers are one row, and several gave it. */
    static Optional<double[]> margins(Answers answers, String name) {
        return answers.variance(name)
                .filter(variance -> answers.windows().size() == 1)
                .map(variance -> {
                    double[] margins = new double[variance.values().length];
                    for (int i = 0; i < margins.length; i++) {
                        margins[i] = WIDTHS * Math.sqrt(variance.values()[i]);
                    }
                    return margins;
                });
    }
}
