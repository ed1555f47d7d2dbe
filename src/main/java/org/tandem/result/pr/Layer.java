package org.tandem.result.pr;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.CieLab;
import org.tandem.result.iod.ModuleWriter;

/**
 * A layer of graphics (PS3.3 C.10.7), which viewers show and hide: the notice, or one thing that was looked for.
 *
 * @param order from 1, and in the name; the greater is drawn above
 * @param description what is on it
 * @param colour number of the colour that segments have
 */
record Layer(int order, String description, int colour) {

    /** White of displays in grey. */
    private static final int WHITE = 0xFFFF;

    String name() {
        return "AI_" + order;
    }

    void write(ModuleWriter item) {
        item.type1(Tag.GRAPHIC_LAYER, name());
        item.type1(Tag.GRAPHIC_LAYER_ORDER, order);
        item.type3(Tag.GRAPHIC_LAYER_DESCRIPTION, description);
        item.type1(Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE, WHITE);
        item.type1(Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIE_LAB_VALUE, CieLab.ofSegment(colour));
    }

    /** A layer as its module writes it. */
    static List<DataSet> items(List<Layer> layers) {
        return layers.stream().map(layer -> ModuleWriter.item(layer::write)).toList();
    }
}
