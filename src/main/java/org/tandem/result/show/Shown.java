package org.tandem.result.show;

import java.util.List;
import java.util.Optional;
import org.tandem.picture.Legend;
import org.tandem.picture.Montage;
import org.tandem.picture.Panel;

/**
 * What there is to see of a result.
 *
 * @param text lines for people, without the identity of the patient but for what a report says in its words
 * @param panels perhaps none
 */
public record Shown(String text, List<Panel> panels, Legend legend) {

    private static final int FEW = 2;
    private static final int LARGE_PIXELS = 560;
    private static final int SMALL_PIXELS = 400;

    public Shown {
        panels = List.copyOf(panels);
    }

    static Shown text(String text) {
        return new Shown(text, List.of(), Legend.NONE);
    }

    /** All panels in one picture. */
    public Optional<Montage> montage() {
        int side = panels.size() <= FEW ? LARGE_PIXELS : SMALL_PIXELS;
        return panels.isEmpty() ? Optional.empty() : Optional.of(new Montage(panels, legend, List.of(), side));
    }
}
