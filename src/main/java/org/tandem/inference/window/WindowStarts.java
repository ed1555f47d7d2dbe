package org.tandem.inference.window;

import java.util.ArrayList;
import java.util.List;

/** Where windows begin along one axis, so that they cover it whole and none reaches beyond its end. */
final class WindowStarts {

    private WindowStarts() {}

    /** Starts from 0 on, a step apart; the last window ends with the axis. One start, 0, if the axis is shorter. */
    static List<Integer> of(int extent, int window, double overlap) {
        int step = Math.max(1, (int) Math.floor(window * (1 - overlap)));
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start + window < extent; start += step) {
            starts.add(start);
        }
        starts.add(Math.max(0, extent - window));
        return starts;
    }
}
