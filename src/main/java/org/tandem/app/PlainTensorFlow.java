package org.tandem.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Tensor;

/** TensorFlow's own Python runtime with a SavedModel, in a process of its own; close it. For one thread. */
final class PlainTensorFlow implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final Path folder;

    private PlainTensorFlow(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** What runs: an interpreter that has TensorFlow, the script, and how many threads it may use. */
    record Setup(String python, Path script, int threads) {}

    /** Starts it on tensors, which it reads from the folder, and waits until it has made a first call. */
    static PlainTensorFlow start(Setup setup, Path savedModel, Map<String, Tensor> inputs, Path folder)
            throws IOException {
        write(inputs, folder);
        Process process = new ProcessBuilder(
                        setup.python(),
                        setup.script().toString(),
                        savedModel.toString(),
                        folder.toString(),
                        Integer.toString(setup.threads()))
                .redirectError(folder.resolve("python.log").toFile())
                .start();
        PlainTensorFlow started = new PlainTensorFlow(process, folder);
        String said = started.line();
        if (!said.equals("ready")) {
            started.close();
            throw started.failed(said);
        }
        return started;
    }

    /** Calls it with so many objects at once, for as long as a turn is. */
    Timings round(int rows, BenchPlan plan) throws IOException {
        orders.write(rows + " " + plan.seconds() + " " + plan.leastCalls() + "\n");
        orders.flush();
        String line = line();
        String[] parts = line.split(" ", -1);
        if (parts.length != 3) {
            throw failed(line);
        }
        List<Double> calls =
                Stream.of(parts[2].split(",", -1)).map(Double::valueOf).toList();
        return new Timings(Long.parseLong(parts[0]), Double.parseDouble(parts[1]), calls);
    }

    /** What it answered at first, the floats of one output. */
    float[] answer(String output) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("answer-" + output + ".raw")));
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private String line() throws IOException {
        String line = answers.readLine();
        return line == null ? "" : line;
    }

    private TandemException failed(String said) throws IOException {
        String log = Files.readString(folder.resolve("python.log"));
        return new TandemException(
                TandemException.Kind.REFUSE,
                "TensorFlow in Python: got \"" + said + "\", expected figures; it wrote: "
                        + log.substring(Math.max(0, log.length() - 500)).strip());
    }

    private static void write(Map<String, Tensor> inputs, Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
            Tensor tensor = input.getValue();
            String file = "input-" + lines.size() + ".raw";
            ByteBuffer bytes =
                    ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(tensor.values());
            Files.write(folder.resolve(file), bytes.array());
            String extents = tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(","));
            lines.add(input.getKey() + "\t" + extents + "\t" + file);
        }
        Files.write(folder.resolve("inputs.tsv"), lines);
    }
}
