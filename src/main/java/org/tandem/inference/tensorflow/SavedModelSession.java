package org.tandem.inference.tensorflow;

import ai.djl.tensorflow.engine.SavedModelBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Tensor;
import org.tensorflow.internal.c_api.TF_Operation;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/**
 * The session of a SavedModel that DJL has loaded, called through TensorFlow's C interface: DJL's own call copies each
 * tensor three times and has no halves. The bundle belongs to whoever loaded it, the tensors of a run to that run. For
 * several threads.
 */
final class SavedModelSession {

    private final SavedModelBundle bundle;
    private final List<Port> inputs;
    private final List<Port> outputs;

    /** A tensor of the signature and its place in the graph. */
    private record Port(String name, TF_Operation operation, int index, NumberType type) {}

    /** Of the signature that Tandem runs; refuses inputs that are no numbers, and leaves such outputs alone. */
    SavedModelSession(SavedModelBundle bundle) {
        this.bundle = bundle;
        SignatureDef signature = Optional.ofNullable(
                        bundle.getMetaGraphDef().getSignatureDefMap().get(SavedModelReader.SERVING))
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE, "got no signature " + SavedModelReader.SERVING));
        this.inputs = ports(signature.getInputsMap(), true);
        this.outputs = ports(signature.getOutputsMap(), false);
    }

    /** Runs it; every input of the signature has to be there. What is made in the scope is closed with it. */
    @SuppressWarnings("try")
    Map<String, Tensor> run(Map<String, Tensor> given) {
        try (PointerScope scope = new PointerScope();
                TF_Output from = places(inputs);
                TF_Output to = places(outputs);
                PointerPointer<TF_Tensor> fed = new PointerPointer<>(inputs.size());
                PointerPointer<TF_Tensor> fetched = new PointerPointer<>(outputs.size())) {
            for (int i = 0; i < inputs.size(); i++) {
                fed.put(
                        i,
                        NativeTensor.of(
                                require(given, inputs.get(i).name()),
                                inputs.get(i).type()));
            }
            TF_Status status = TF_Status.newStatus();
            tensorflow.TF_SessionRun(
                    bundle.getSession(),
                    null,
                    from,
                    fed,
                    inputs.size(),
                    to,
                    fetched,
                    outputs.size(),
                    null,
                    0,
                    null,
                    status);
            status.throwExceptionIfNotOK();
            return answers(fetched);
        }
    }

    /** Every tensor gets an owner before one is read, so that none is left behind where reading fails. */
    private Map<String, Tensor> answers(PointerPointer<TF_Tensor> fetched) {
        List<TF_Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            tensors.add(fetched.get(TF_Tensor.class, i).withDeallocator());
        }
        Map<String, Tensor> answers = new HashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            answers.put(
                    outputs.get(i).name(),
                    NativeTensor.floats(tensors.get(i), outputs.get(i).type()));
        }
        return answers;
    }

    private List<Port> ports(Map<String, TensorInfo> tensors, boolean all) {
        List<Port> ports = new ArrayList<>();
        new TreeMap<>(tensors).forEach((name, info) -> {
            String type = SavedModelReader.type(info.getDtype());
            Optional<NumberType> known = NumberType.of(type);
            if (known.isEmpty() && all) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        "input \"" + name + "\": got type " + type + ", expected one of "
                                + List.of(NumberType.values()));
            }
            known.ifPresent(numbers -> ports.add(port(name, info.getName(), numbers)));
        });
        return ports;
    }

    /** The graph calls an operation's output "operation:index". */
    private Port port(String name, String inGraph, NumberType type) {
        int colon = inGraph.lastIndexOf(':');
        String operation = colon < 0 ? inGraph : inGraph.substring(0, colon);
        int index = colon < 0 ? 0 : Integer.parseInt(inGraph.substring(colon + 1));
        TF_Operation found = tensorflow.TF_GraphOperationByName(bundle.getGraph(), operation);
        if (found == null || found.isNull()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "\"" + name + "\": got no operation " + operation + " in the graph");
        }
        return new Port(name, found, index, type);
    }

    private static TF_Output places(List<Port> ports) {
        TF_Output places = new TF_Output(ports.size());
        for (int i = 0; i < ports.size(); i++) {
            places.position(i).oper(ports.get(i).operation()).index(ports.get(i).index());
        }
        return places.position(0);
    }

    private static Tensor require(Map<String, Tensor> given, String name) {
        return Optional.ofNullable(given.get(name))
                .orElseThrow(() -> new TandemException(TandemException.Kind.BUG, "Input " + name + " is not there"));
    }
}
