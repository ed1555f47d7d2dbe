package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A program that nobody here wrote, as the other end of an association. Tests that need it are skipped where it is not.
 */
public record OutsideProgram(Path executable) {

    private static final long DEADLINE_SECONDS = 180;
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

    /** By the name of the module: to import it takes Python a second. */
    private static final Map<String, Boolean> IMPORTABLE = new ConcurrentHashMap<>();

    /** The program of this name, or a loud skip. */
    public static OutsideProgram find(String name) {
        Stream<String> folders = Stream.concat(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                Stream.of("/usr/sbin"));
        List<Path> found = folders.map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .toList();
        if (found.isEmpty()) {
            System.err.println("SKIPPED: " + name + " is not installed");
        }
        assumeTrue(!found.isEmpty(), name + " is not installed");
        return new OutsideProgram(found.get(0));
    }

    /** A Python that can import this module, the one that TANDEM_PYTHON names; or a loud skip. */
    public static OutsideProgram python(String module) throws IOException, InterruptedException {
        OutsideProgram python =
                new OutsideProgram(Path.of(System.getenv().getOrDefault("TANDEM_PYTHON", "/usr/bin/python3")));
        Boolean works = IMPORTABLE.get(module);
        if (works == null) {
            works = Files.isExecutable(python.executable()) && python.tryRun("-c", "import " + module);
            IMPORTABLE.put(module, works);
        }
        if (!works) {
            System.err.println("SKIPPED: TANDEM_PYTHON names no Python with " + module);
        }
        assumeTrue(works, "TANDEM_PYTHON names no Python with " + module);
        return python;
    }

    /** Starts it to be asked line by line; what it says of its errors goes where the tests' own goes. */
    public Asked ask(Object... arguments) throws IOException {
        Process process = builder(arguments)
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Asked(process, process.inputReader(), process.outputWriter());
    }

    /** Runs it to its end, and answers what it printed; fails the test unless it exits with 0. */
    public String run(Object... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                .as(executable + " ends")
                .isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    /** Runs it to its end; whether it exited with 0. */
    public boolean tryRun(Object... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                .as(executable + " ends")
                .isTrue();
        return process.exitValue() == 0;
    }

    /** Starts it and waits until it listens on this port; closing ends it. */
    public Running serve(int port, Object... arguments) throws IOException {
        Process process = builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!listens(port)) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(executable + " listens on " + port)
                    .isTrue();
            LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
        }
        return new Running(process);
    }

    /**
     * A port that nobody listens on now, below those that connections get: else one that waits for a program to listen
     * may be connected to itself.
     */
    public static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket server = new ServerSocket(port)) {
                return server.getLocalPort();
            } catch (BindException e) {
                // somebody listens there
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private ProcessBuilder builder(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** A program that answers each line with a line; closing ends it. */
    public record Asked(Process process, BufferedReader answers, BufferedWriter questions) implements Closeable {

        /** Its answer; fails the test where it has ended. */
        public String ask(String question) throws IOException {
            questions.write(question);
            questions.newLine();
            questions.flush();
            String answer = answers.readLine();
            assertThat(answer).as("answer to " + question).isNotNull();
            return answer;
        }

        @Override
        public void close() throws IOException {
            questions.close();
            new Running(process).close();
        }
    }

    /** The program at work. */
    public record Running(Process process) implements Closeable {

        @Override
        public void close() throws IOException {
            process.destroy();
            try {
                if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
