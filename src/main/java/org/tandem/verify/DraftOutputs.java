package org.tandem.verify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tandem.inference.tensor.TensorForm;

/** What the forms of outputs suggest: a map, a row of classes, boxes. */
final class DraftOutputs {

    /** Of more channels only the first one is written. */
    private static final int MOST_WRITTEN = 40;

    private final DraftInput input;
    private final DraftLines lines;
    private final Map<String, TensorForm> outputs;

    private DraftOutputs(Map<String, TensorForm> outputs, DraftInput input, DraftLines lines) {
        this.outputs = outputs;
        this.input = input;
        this.lines = lines;
    }

    static void write(Map<String, TensorForm> outputs, DraftInput input, DraftLines lines) {
        DraftOutputs draft = new DraftOutputs(outputs, input, lines);
        Optional<String> boxes = draft.find(3);
        boxes.ifPresentOrElse(draft::writeBoxes, () -> outputs.forEach(draft::write));
    }

    private void write(String name, TensorForm form) {
        int axes = form.shape().map(List::size).orElse(0);
        lines.raw("  - tensor: " + DraftLines.quoted(name) + "  # " + form);
        if (axes == input.form().shape().orElseThrow().size()) {
            writeMap(name, form);
        } else {
            writeClasses(name, form);
        }
    }

    private void writeMap(String name, TensorForm form) {
        List<Integer> shape = form.shape().orElseThrow();
        int channels = shape.get(input.layout().isChannelLast() ? shape.size() - 1 : 1);
        lines.check("outputs[].kind", "    kind: segmentation");
        writeActivation(name, channels > 1 ? "softmax" : "sigmoid");
        if (channels > 1) {
            lines.check("outputs[].exclusive", "    exclusive: true");
        }
        lines.raw("    segments:");
        writeMeanings(channels, "segments");
    }

    private void writeClasses(String name, TensorForm form) {
        int channels = form.shape()
                .filter(shape -> shape.size() > 1)
                .map(shape -> shape.get(1))
                .orElse(1);
        lines.check("outputs[].kind", "    kind: classification");
        writeActivation(name, channels > 1 ? "softmax" : "sigmoid");
        if (channels > 1) {
            lines.check("outputs[].choice", "    choice: multi_class");
        }
        lines.raw("    classes:");
        writeMeanings(channels, "classes");
    }

    private void writeBoxes(String boxes) {
        lines.raw("  - tensor: " + DraftLines.quoted(boxes) + "  # " + outputs.get(boxes));
        lines.check("outputs[].kind", "    kind: detection");
        String scores = outputs.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains("score"))
                .findFirst()
                .orElse("");
        lines.check("outputs[].boxes", "    boxes: {scores: " + scores + ", order: yxyx, unit: pixels}");
        lines.comment("    The network's outputs: " + outputs);
        lines.raw("    classes:");
        writeMeanings(1, "classes");
    }

    /** Logits are called so, as a rule. */
    private void writeActivation(String name, String activation) {
        boolean logits = name.toLowerCase(Locale.ROOT).contains("logit");
        lines.check("outputs[].activation", "    activation: " + (logits ? activation : "none"));
    }

    private void writeMeanings(int channels, String list) {
        int count = channels == TensorForm.ANY ? 1 : channels;
        if (count > MOST_WRITTEN) {
            lines.comment("      " + DraftLines.CHECK + ": only the first of " + count + " channels is written here");
        }
        for (int channel = 0; channel < (count > MOST_WRITTEN ? 1 : count); channel++) {
            lines.raw("      - channel: " + channel);
            for (String key : List.of("label", "category", "type")) {
                String words = lines.meaning("outputs[]." + list + "[]." + key);
                lines.raw("        " + key + ":  # " + DraftLines.FILL_IN + ": " + words);
            }
        }
    }

    /** An output of so many axes that looks like boxes. */
    private Optional<String> find(int axes) {
        return outputs.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .shape()
                        .filter(shape -> shape.size() == axes && List.of(4, 6).contains(shape.get(axes - 1)))
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
