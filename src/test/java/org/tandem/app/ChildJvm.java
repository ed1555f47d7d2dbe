package org.tandem.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code tandem …} in a JVM of its own, made of the classes under test, as an installation has it. Its lines, of both
 * streams, are kept; its lock is itself.
 */
final class ChildJvm implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final Process process;
    private final Thread reader;
    private final List<String> lines = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "child-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts {@code java options… tandem arguments…}. */
    static ChildJvm start(List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.awt.headless=true");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Tandem.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "1");
        return new ChildJvm(builder.start());
    }

    /** That of the tests, without the tests themselves: they configure logging otherwise. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            // killed: what it said before is kept
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /** What it has printed so far. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits for a line in which the pattern is found. */
    synchronized MatchResult awaitLine(Pattern pattern) throws InterruptedException {
        Deadline deadline = Deadline.in(DEADLINE);
        int next = 0;
        while (true) {
            for (; next < lines.size(); next++) {
                Matcher matcher = pattern.matcher(lines.get(next));
                if (matcher.find()) {
                    return matcher.toMatchResult();
                }
            }
            if (deadline.isOver() || !process.isAlive()) {
                throw new AssertionError("No line with " + pattern + " in:\n" + String.join("\n", lines));
            }
            wait(Math.min(deadline.millisLeft(), 1000));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** kill -9; returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        awaitExit(DEADLINE);
    }

    /** SIGTERM; returns at once. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end and all of its lines, and answers the exit code. */
    int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Still runs after " + patience + ":\n" + String.join("\n", lines()));
            }
            reader.join(patience.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
