package org.tandem.verify;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Signature;
import org.tandem.inference.tensor.TensorForm;
import org.tandem.model.ModelName;

/**
 * A manifest as far as a network's signature tells it: names, axes, extents, and what they suggest. Lines marked
 * {@value DraftLines#FILL_IN} are empty, and the reader refuses the manifest until they are filled in; those marked
 * {@value DraftLines#CHECK} are guesses.
 */
public final class ManifestDraft {

    private ManifestDraft() {}

    /** The text of the manifest; refuses a network that Tandem could not feed. */
    public static String of(ModelName name, Signature signature) {
        Map.Entry<String, TensorForm> input = input(signature);
        DraftInput guess = DraftInput.of(input.getKey(), input.getValue());
        DraftLines lines = new DraftLines();
        lines.comment(
                "A draft from the network's signature. Lines with " + DraftLines.FILL_IN + " are yours to write, those"
                        + " with " + DraftLines.CHECK + " are guesses; then: tandem models verify " + name.name());
        lines.comment("Every key is told in docs/models.md.");
        lines.value("name", name.name());
        lines.value("version", name.version());
        lines.fillIn("title");
        lines.value("intended_use", "research");
        lines.comment("accepts: " + lines.meaning("accepts"));
        lines.check("accepts.modality", "accepts: {modality: [], min_slices: " + (guess.flat() ? 1 : 2) + "}");
        guess.write(lines);
        lines.raw("outputs:");
        DraftOutputs.write(signature.outputs(), guess, lines);
        lines.raw("source:");
        lines.fillIn("source.origin");
        lines.fillIn("source.licence");
        return lines.text();
    }

    private static Map.Entry<String, TensorForm> input(Signature signature) {
        if (signature.inputs().size() != 1) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Signature: got inputs " + signature.inputs() + ", expected one; several series can be channels of"
                            + " one input");
        }
        return signature.inputs().entrySet().iterator().next();
    }

    /** The extents of a tensor's axes in words of one list. */
    static String list(List<Integer> extents) {
        return extents.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
