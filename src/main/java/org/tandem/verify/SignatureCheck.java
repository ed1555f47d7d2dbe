package org.tandem.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tandem.inference.tensor.Signature;
import org.tandem.inference.tensor.TensorForm;
import org.tandem.model.Manifest;
import org.tandem.model.Output;
import org.tandem.model.Places;
import org.tandem.model.Quantisation;

/** Holds what a manifest says of a network's tensors against the network's own signature. */
public final class SignatureCheck {

    /** What Tandem feeds and reads: floats, halves, or what quantised networks want them rounded to. */
    private static final List<String> NUMBERS = List.of(
            "float32", "float64", "float16", "bfloat16", "uint8", "int8", "uint16", "int16", "int32", "int64", "bool");

    private final Manifest manifest;
    private final Signature signature;
    private final List<String> differences = new ArrayList<>();

    private SignatureCheck(Manifest manifest, Signature signature) {
        this.manifest = manifest;
        this.signature = signature;
    }

    /** Every difference in a sentence that says what, got and expected; empty if the network fits. */
    public static List<String> differences(Manifest manifest, Signature signature) {
        SignatureCheck check = new SignatureCheck(manifest, signature);
        check.input();
        manifest.outputs().forEach(check::output);
        manifest.quantised().forEach(check::quantised);
        return check.differences;
    }

    private void input() {
        String name = manifest.input().tensor();
        signature.inputs().forEach((other, form) -> {
            if (!other.equals(name)) {
                add("input", other, "got another input of the network, " + form + ", expected \"" + name + "\" alone");
            }
        });
        find("input", name, signature.inputs())
                .ifPresent(
                        form -> InputAxes.of(manifest).differences(form).forEach(words -> add("input", name, words)));
    }

    private void output(Output output) {
        OutputAxes axes = new OutputAxes(manifest.input().layout());
        find("output", output.tensor(), signature.outputs()).ifPresent(form -> axes.differences(output, form)
                .forEach(words -> add("output", output.tensor(), words)));
        if (output instanceof Output.Detection detection) {
            others(detection.places()).forEach(name -> find("output", name, signature.outputs()));
        }
    }

    /** A scale is of whole numbers, of an input or an output. */
    private void quantised(Quantisation quantised) {
        Map<String, TensorForm> forms = new TreeMap<>(signature.outputs());
        forms.putAll(signature.inputs());
        find("tensor", quantised.tensor(), forms)
                .filter(form -> !form.type().matches("u?int\\d+"))
                .ifPresent(form -> add("tensor", quantised.tensor(), "got " + form + ", expected whole numbers"));
    }

    /** Tensors that tell of places besides the output's own. */
    private static List<String> others(Places places) {
        List<String> others = new ArrayList<>();
        places.scores().ifPresent(others::add);
        if (places instanceof Places.Boxes boxes) {
            boxes.labels().ifPresent(others::add);
        }
        return others;
    }

    private Optional<TensorForm> find(String what, String name, Map<String, TensorForm> forms) {
        Optional<TensorForm> form = Optional.ofNullable(forms.get(name));
        if (form.isEmpty()) {
            add(what, name, "got " + what + "s " + forms + " in the network's signature, expected it among them");
        }
        form.filter(it -> !NUMBERS.contains(it.type()))
                .ifPresent(it -> add(what, name, "got " + it + ", expected numbers: one of " + NUMBERS));
        return form;
    }

    private void add(String what, String name, String difference) {
        differences.add(what + " \"" + name + "\": " + difference);
    }
}
