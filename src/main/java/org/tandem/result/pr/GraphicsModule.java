package org.tandem.result.pr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.Tag;
import org.tandem.model.Meaning;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;
import org.tandem.volume.Grid;

/**
 * Graphic Annotation and Graphic Layer (PS3.3 C.10.5, C.10.7): a layer for the notice and one for each thing that was
 * found at a place, in the colour that it has as a segment.
 */
record GraphicsModule(ResultContext context, Findings findings, Grid grid) implements Module {

    @Override
    public void write(ModuleWriter out) {
        Layer notice = new Layer(1, "AI result", 1);
        Map<Meaning, Layer> layers = layers();
        List<Annotation> annotations = new ArrayList<>();
        annotations.add(new Notice(context.algorithm(), findings).on(notice));
        Marks marks = new Marks(context.source(), grid);
        for (Finding finding : findings.all()) {
            if (layers.containsKey(finding.meaning())) {
                annotations.addAll(marks.of(finding, layers.get(finding.meaning())));
            }
        }
        out.type1(
                Tag.GRAPHIC_ANNOTATION_SEQUENCE,
                annotations.stream()
                        .map(annotation -> ModuleWriter.item(annotation::write))
                        .toList());
        List<Layer> all = new ArrayList<>(List.of(notice));
        all.addAll(layers.values());
        out.type1(Tag.GRAPHIC_LAYER_SEQUENCE, Layer.items(all));
    }

    private Map<Meaning, Layer> layers() {
        Map<Meaning, Layer> layers = new LinkedHashMap<>();
        for (Finding finding : findings.all()) {
            boolean placed = finding instanceof Finding.Segmented || finding instanceof Finding.Detected;
            if (placed && !layers.containsKey(finding.meaning())) {
                int order = layers.size() + 2;
                int colour = finding instanceof Finding.Segmented segmented ? segmented.number() : order;
                String label = PlainText.longString(finding.meaning().label());
                layers.put(finding.meaning(), new Layer(order, label, colour));
            }
        }
        return layers;
    }
}
