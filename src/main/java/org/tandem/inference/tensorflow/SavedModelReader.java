package org.tandem.inference.tensorflow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Signature;
import org.tandem.inference.tensor.TensorForm;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Reads the signatures of a SavedModel without loading it: what {@code saved_model.pb} says of its graph tagged
 * "serve". TensorFlow itself is not needed for that.
 */
public final class SavedModelReader {

    /** The signature that Tandem runs. */
    public static final String SERVING = "serving_default";

    private static final String FILE = "saved_model.pb";
    private static final String TAG = "serve";

    /** Signatures that Keras and TensorFlow write for themselves. */
    private static final String OWN = "__saved_model_";

    private SavedModelReader() {}

    /** The signature that Tandem runs; refuses a SavedModel without. */
    public static Signature serving(Path savedModel) {
        Map<String, Signature> signatures = read(savedModel);
        return Optional.ofNullable(signatures.get(SERVING))
                .orElseThrow(() ->
                        refused(savedModel, "got signatures " + signatures.keySet() + ", expected " + SERVING, null));
    }

    /** Every signature by its name; refuses a folder that is no SavedModel. */
    public static Map<String, Signature> read(Path savedModel) {
        Map<String, Signature> signatures = new TreeMap<>();
        served(savedModel).getSignatureDefMap().forEach((name, signature) -> {
            if (!name.startsWith(OWN)) {
                signatures.put(name, signature(signature));
            }
        });
        return signatures;
    }

    private static MetaGraphDef served(Path savedModel) {
        List<List<String>> tags = new ArrayList<>();
        for (MetaGraphDef graph : parsed(savedModel).getMetaGraphsList()) {
            List<String> its = new ArrayList<>();
            for (int i = 0; i < graph.getMetaInfoDef().getTagsCount(); i++) {
                its.add(graph.getMetaInfoDef().getTags(i));
            }
            if (its.equals(List.of(TAG))) {
                return graph;
            }
            tags.add(its);
        }
        throw refused(savedModel, "got graphs of tags " + tags + ", expected one of the tag \"" + TAG + "\"", null);
    }

    private static SavedModel parsed(Path savedModel) {
        Path file = savedModel.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw refused(savedModel, "got no " + FILE + ", expected the folder of a TensorFlow SavedModel", null);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return SavedModel.parseFrom(in);
        } catch (IOException e) {
            throw refused(savedModel, FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Signature signature(SignatureDef signature) {
        return new Signature(forms(signature.getInputsMap()), forms(signature.getOutputsMap()));
    }

    private static Map<String, TensorForm> forms(Map<String, TensorInfo> tensors) {
        Map<String, TensorForm> forms = new TreeMap<>();
        tensors.forEach((name, tensor) ->
                forms.put(name, new TensorForm(type(tensor.getDtype()), shape(tensor.getTensorShape()))));
        return forms;
    }

    private static Optional<List<Integer>> shape(TensorShapeProto shape) {
        if (shape.getUnknownRank()) {
            return Optional.empty();
        }
        return Optional.of(shape.getDimList().stream()
                .map(axis -> axis.getSize() < 0 ? TensorForm.ANY : Math.toIntExact(axis.getSize()))
                .toList());
    }

    /** TensorFlow's name of the type in Python: DT_FLOAT is float32. */
    static String type(DataType type) {
        return switch (type) {
            case DT_HALF -> "float16";
            case DT_FLOAT -> "float32";
            case DT_DOUBLE -> "float64";
            default -> type.name().replaceFirst("^DT_", "").toLowerCase(Locale.ROOT);
        };
    }

    private static TandemException refused(Path savedModel, String what, @Nullable Exception e) {
        return new TandemException(TandemException.Kind.REFUSE, "SavedModel " + savedModel + ": " + what, e);
    }
}
