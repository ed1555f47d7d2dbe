package org.tandem.inference.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Tensor;

/** The tensors of one caller, waiting for a call of the network, and what came of it. For several threads. */
final class CallRequest {

    private final Map<String, Tensor> inputs;
    private final int rows;
    private final long arrivedNanos;
    private volatile @Nullable Map<String, Tensor> answers;
    private volatile @Nullable Throwable failure;

    CallRequest(Map<String, Tensor> inputs, long arrivedNanos) {
        this.inputs = Map.copyOf(inputs);
        this.rows = inputs.values().stream().mapToInt(Tensor::rows).max().orElse(0);
        this.arrivedNanos = arrivedNanos;
    }

    Map<String, Tensor> inputs() {
        return inputs;
    }

    int rows() {
        return rows;
    }

    long arrivedNanos() {
        return arrivedNanos;
    }

    boolean isDone() {
        return answers != null || failure != null;
    }

    void answer(Map<String, Tensor> value) {
        answers = value;
    }

    void fail(Throwable reason) {
        failure = reason;
    }

    /** What came of it, once it is done. */
    Map<String, Tensor> result() {
        Throwable reason = failure;
        if (reason instanceof RuntimeException known) {
            throw known;
        }
        if (reason instanceof Error known) {
            throw known;
        }
        return Optional.ofNullable(answers)
                .orElseThrow(() -> new IllegalStateException("Asked for what is not done yet"));
    }

    /** Whether both may stand in one call: the same inputs, of the same shape but for the first axis. */
    boolean fits(CallRequest other) {
        return rows > 0
                && other.rows > 0
                && inputs.keySet().equals(other.inputs.keySet())
                && inputs.entrySet().stream()
                        .allMatch(entry -> fits(entry.getValue(), other.inputs.get(entry.getKey())));
    }

    /** An input with another number of rows than the rest belongs to the whole call and cannot be shared. */
    private boolean fits(Tensor mine, @Nullable Tensor theirs) {
        return theirs != null && mine.rows() == rows && mine.rowShape().equals(theirs.rowShape());
    }

    /** The inputs of all of them, one below the other. */
    static Map<String, Tensor> together(List<CallRequest> requests) {
        Map<String, Tensor> all = new HashMap<>();
        for (String name : requests.get(0).inputs.keySet()) {
            all.put(
                    name,
                    Tensor.concatenated(requests.stream()
                            .map(request -> request.input(name))
                            .toList()));
        }
        return all;
    }

    private Tensor input(String name) {
        return Optional.ofNullable(inputs.get(name))
                .orElseThrow(() -> new TandemException(TandemException.Kind.BUG, "Input " + name + " is not there"));
    }
}
