package org.tandem.result.show;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.picture.Layer;
import org.tandem.picture.Legend;
import org.tandem.picture.Lettering;
import org.tandem.picture.Mark;
import org.tandem.picture.Panel;

/** Marks on frames, a panel for each frame that has one. For one thread. */
final class Marks {

    private static final Color COLOUR = new Color(0xFF, 0xD7, 0x00);

    private final Map<Backdrop, List<Layer>> marks = new LinkedHashMap<>();
    private int undrawn;

    void add(Backdrop backdrop, Shape outline, String label) {
        marks.computeIfAbsent(backdrop, frame -> new ArrayList<>())
                .add(new Mark(outline, COLOUR, Lettering.sans().writable(label)));
    }

    /** Something that no image is here for. */
    void addUndrawn() {
        undrawn++;
    }

    boolean none() {
        return marks.isEmpty();
    }

    boolean anyUndrawn() {
        return undrawn > 0;
    }

    /** Those on the first frames along the normal, and a line on what is not drawn. */
    Shown shown(String text) {
        List<Panel> panels = marks.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> entry.getKey().heightMm()))
                .limit(Choice.MAX_PANELS)
                .map(entry -> entry.getKey().panel("", entry.getValue()))
                .toList();
        String more = undrawn == 0
                ? ""
                : undrawn + (undrawn == 1 ? " mark is" : " marks are") + " not drawn: the image is not here\n";
        return new Shown(text + more, panels, Legend.NONE);
    }
}
