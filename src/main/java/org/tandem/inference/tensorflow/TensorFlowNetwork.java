package org.tandem.inference.tensorflow;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.util.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.TandemException;
import org.tandem.inference.Network;
import org.tandem.inference.Tensor;
import org.tandem.model.Model;

/**
 * A SavedModel, loaded by DJL's TensorFlow engine with the tag "serve" and the signature "serving_default". Native
 * memory: the graph belongs to this object, the tensors of a run to that run. For several threads.
 */
public final class TensorFlowNetwork implements Network {

    private final Model model;
    private final ai.djl.Model network;
    private final Map<String, NumberType> types;

    private TensorFlowNetwork(Model model, ai.djl.Model network) {
        this.model = model;
        this.network = network;
        this.types = types(model);
    }

    /** Loads a model's SavedModel onto the first GPU, or the CPU where there is none. */
    public static TensorFlowNetwork load(Model model) {
        return load(model, TensorFlowRuntime.engine().defaultDevice());
    }

    /** Loads a model's SavedModel onto the CPU, also where there is a GPU. */
    public static TensorFlowNetwork loadOnCpu(Model model) {
        return load(model, Device.cpu());
    }

    @SuppressWarnings("MustBeClosedChecker") // the caller closes it
    private static TensorFlowNetwork load(Model model, Device device) {
        if (!Files.isRegularFile(model.savedModel().resolve("saved_model.pb"))) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Model " + model.name() + ": got no saved_model.pb in " + model.savedModel() + ", expected one");
        }
        model.requireIntactNetwork();
        ai.djl.Model network = ai.djl.Model.newInstance(
                model.name().toString(), device, TensorFlowRuntime.engine().getEngineName());
        try {
            network.load(model.savedModel());
            return new TensorFlowNetwork(model, network);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            network.close();
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Model " + model.name() + " cannot be loaded from " + model.savedModel() + ": "
                            + Reasons.deepest(e),
                    e);
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
        try (NDManager manager = network.getNDManager().newSubManager();
                Predictor<NDList, NDList> predictor = network.newPredictor(new NoopTranslator())) {
            NDList list = new NDList();
            inputs.forEach((name, tensor) -> list.add(array(manager, name, tensor)));
            try (NDList outputs = predictor.predict(list)) {
                return toTensors(outputs);
            }
        } catch (TranslateException | RuntimeException e) {
            throw Reasons.failure("Model " + model.name() + " failed on inputs " + shapes(inputs), e);
        }
    }

    @Override
    public void close() {
        network.close();
    }

    /** What each input is to be made of. */
    private static Map<String, NumberType> types(Model model) {
        Map<String, NumberType> types = new HashMap<>();
        SavedModelReader.serving(model.savedModel()).inputs().forEach((name, form) -> {
            NumberType type = NumberType.of(form.type())
                    .orElseThrow(() -> new TandemException(
                            TandemException.Kind.REFUSE,
                            "Model " + model.name() + ", input \"" + name + "\": got type " + form.type()
                                    + ", expected one of " + Arrays.toString(NumberType.values())));
            types.put(name, type);
        });
        return types;
    }

    /** DJL hands a missing tensor on as a null pointer, and TensorFlow may crash on one of another shape. */
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

    private NDArray array(NDManager manager, String name, Tensor tensor) {
        NDArray array = types.getOrDefault(name, NumberType.FLOAT32).toArray(manager, tensor);
        array.setName(name);
        return array;
    }

    private static Map<String, Tensor> toTensors(NDList outputs) {
        Map<String, Tensor> tensors = new HashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            NDArray array = outputs.get(i);
            List<Integer> shape = new ArrayList<>();
            for (long extent : array.getShape().getShape()) {
                shape.add(Math.toIntExact(extent));
            }
            String name = array.getName() == null ? Integer.toString(i) : array.getName();
            tensors.put(name, new Tensor(floats(array), shape));
        }
        return tensors;
    }

    /** Label maps come as whole numbers, small networks as halves. */
    private static float[] floats(NDArray array) {
        if (array.getDataType() == DataType.FLOAT32) {
            return array.toFloatArray();
        }
        try (NDArray asFloats = array.toType(DataType.FLOAT32, true)) {
            return asFloats.toFloatArray();
        }
    }

    private static String shapes(Map<String, Tensor> inputs) {
        StringBuilder text = new StringBuilder();
        inputs.forEach(
                (name, tensor) -> text.append(name).append(tensor.shape()).append(' '));
        return text.toString().strip();
    }
}
