package org.tandem.inference.tensorflow;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.types.Shape;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.tensorflow.engine.javacpp.JavacppUtils;
import ai.djl.util.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.TandemException;
import org.tandem.inference.network.Network;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Model;

/**
 * A SavedModel, loaded by DJL's TensorFlow engine with the tag "serve" and the signature "serving_default". Native
 * memory: the graph belongs to this object, the tensors of a run to that run. For several threads.
 */
public final class TensorFlowNetwork implements Network {

    private final Model model;
    private final ai.djl.Model network;
    private final SavedModelSession session;

    private TensorFlowNetwork(Model model, ai.djl.Model network) {
        this.model = model;
        this.network = network;
        this.session = new SavedModelSession(((TfSymbolBlock) network.getBlock()).getSavedModelBundle());
    }

    /** Loads a model's SavedModel onto the first GPU, or the CPU where there is none. */
    public static TensorFlowNetwork load(Model model) {
        return load(model, Map.of());
    }

    /**
     * Loads a model's SavedModel onto the CPU, also where there is a GPU: DJL's devices say where its arrays lie, not
     * where a network runs; a session that is shown no GPU runs on the CPU.
     */
    public static TensorFlowNetwork loadOnCpu(Model model) {
        TensorFlowRuntime.engine(); // whose libraries the next line needs
        return load(
                model,
                Map.of(
                        "ConfigProto",
                        JavacppUtils.getSessionConfig().toBuilder()
                                .putDeviceCount("GPU", 0)
                                .build()));
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes it
    private static TensorFlowNetwork load(Model model, Map<String, ?> options) {
        if (!Files.isRegularFile(model.savedModel().resolve("saved_model.pb"))) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Model " + model.name() + ": got no saved_model.pb in " + model.savedModel() + ", expected one");
        }
        model.requireIntactNetwork();
        ai.djl.Model network = ai.djl.Model.newInstance(
                model.name().toString(), TensorFlowRuntime.engine().getEngineName());
        try {
            network.load(model.savedModel(), null, options);
            return new TensorFlowNetwork(model, network);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            network.close();
            throw Reasons.loading("Model " + model.name() + " cannot be loaded from " + model.savedModel(), e);
        }
    }

    /** The version of TensorFlow and the devices that networks run on, for people. */
    public static String description() {
        return "TensorFlow " + TensorFlowRuntime.engine().getVersion() + " on "
                + String.join(", ", TensorFlowRuntime.devices());
    }

    /** Whether every input has a first axis of any extent, so that several objects fit into a call. */
    public boolean takesSeveral() {
        return network.describeInput().values().stream().allMatch(shape -> shape.dimension() > 0 && shape.get(0) < 0);
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        checkInputs(inputs);
        try {
            return session.run(inputs);
        } catch (RuntimeException e) {
            throw Reasons.failure("Model " + model.name() + " failed on inputs " + shapes(inputs), e);
        }
    }

    @Override
    public void close() {
        network.close();
    }

    /** TensorFlow may crash on a tensor of another shape. */
    private void checkInputs(Map<String, Tensor> inputs) {
        List<String> names = network.describeInput().keys();
        if (!names.containsAll(inputs.keySet())) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Model " + model.name() + ": got inputs " + shapes(inputs) + ", expected inputs named " + names);
        }
        for (Pair<String, Shape> expected : network.describeInput()) {
            Tensor tensor = inputs.get(expected.getKey());
            if (tensor == null || !fits(tensor.shape(), expected.getValue())) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        "Model " + model.name() + ", input \"" + expected.getKey() + "\": got " + shapes(inputs)
                                + ", expected shape " + expected.getValue() + " (-1: any)");
            }
        }
    }

    private static boolean fits(List<Integer> shape, Shape expected) {
        boolean fits = shape.size() == expected.dimension();
        for (int axis = 0; fits && axis < shape.size(); axis++) {
            fits = expected.get(axis) < 0 || expected.get(axis) == shape.get(axis);
        }
        return fits;
    }

    private static String shapes(Map<String, Tensor> inputs) {
        StringBuilder text = new StringBuilder();
        inputs.forEach(
                (name, tensor) -> text.append(name).append(tensor.shape()).append(' '));
        return text.toString().strip();
    }
}
