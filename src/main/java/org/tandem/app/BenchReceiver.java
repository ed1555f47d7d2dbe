package org.tandem.app;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.ScuOptions;
import org.tandem.net.StorageScu;
import org.tandem.net.pdu.ProposedContext;

/**
 * A program that receives, to be measured.
 *
 * @param name for people
 * @param launch how it is started
 * @param sender what sends to it
 */
record BenchReceiver(String name, Launch launch, BenchSender sender) {

    private static final AeTitle TITLE = new AeTitle("BENCHED");
    private static final Duration START = Duration.ofSeconds(60);
    private static final long BETWEEN_TRIES_MS = 100;
    private static final long STOP_SECONDS = 30;

    /** A whole node. */
    static final BenchReceiver TANDEM = new BenchReceiver("Tandem (forced)", BenchReceiver::node, BenchSender.TANDEM);

    /** The command line that starts a receiver on a port, keeping all that it writes in a folder. */
    @FunctionalInterface
    interface Launch {
        List<String> command(int port, Path home) throws IOException;
    }

    /** A node of Tandem first, then its peers as far as this machine has them; last what dcmtk's own sender reaches. */
    static List<BenchReceiver> installed() {
        List<BenchReceiver> receivers = new ArrayList<>();
        receivers.add(TANDEM);
        program("Orthanc")
                .ifPresent(path -> receivers.add(new BenchReceiver(
                        "Orthanc (forced)", (port, home) -> orthanc(path, port, home), BenchSender.TANDEM)));
        receivers.add(new BenchReceiver("tandem receive", BenchReceiver::tandemReceive, BenchSender.TANDEM));
        program("storescp").ifPresent(path -> {
            Launch storescp = (port, home) -> storescp(path, port, home);
            receivers.add(new BenchReceiver("dcmtk storescp --fork", storescp, BenchSender.TANDEM));
            program("storescu").ifPresent(sender -> {
                BenchSender storescu = BenchSender.storescu(sender);
                receivers.add(new BenchReceiver("dcmtk storescu, storescp", storescp, storescu));
                receivers.add(new BenchReceiver("dcmtk storescu, Tandem", BenchReceiver::node, storescu));
            });
        });
        return receivers;
    }

    /** A receiver that runs until it is closed. */
    record Running(Process process, Peer peer) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Starts the program and waits until it answers a C-ECHO. */
    Running start(Path home) throws IOException, InterruptedException {
        int port = freePort();
        File log = home.resolve("log").toFile();
        Process process = new ProcessBuilder(launch.command(port, home))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        Running running = new Running(process, new Peer(TITLE, "127.0.0.1", port));
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers(running.peer())) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                running.close();
                throw new TandemException(
                        TandemException.Kind.RETRY, name + " does not answer: " + Files.readString(log.toPath()));
            }
            process.waitFor(BETWEEN_TRIES_MS, TimeUnit.MILLISECONDS);
        }
        return running;
    }

    private static boolean answers(Peer peer) {
        try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(TITLE), List.of(ProposedContext.VERIFICATION))) {
            return scu.echo().stored();
        } catch (TandemException e) {
            return false;
        }
    }

    /** A whole node as an administrator runs it; no route matches, so that receiving alone is measured. */
    private static List<String> node(int port, Path home) throws IOException {
        Path routes = Files.writeString(home.resolve("routes.yaml"), "rules: []\n");
        Path configuration = Files.writeString(
                home.resolve("tandem.yaml"), "routes: {file: \"" + routes + "\"}\nnode: {aet: " + TITLE + "}\n");
        return tandem(
                "serve",
                "--conf",
                configuration.toString(),
                "--data",
                home.resolve("data").toString(),
                "--dicom-port",
                Integer.toString(port),
                "--web-port",
                "0");
    }

    private static List<String> tandemReceive(int port, Path home) {
        return tandem("receive", "--aet", TITLE.value(), "--port", Integer.toString(port), "--dir", home.toString());
    }

    private static List<String> tandem(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Tandem.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> storescp(Path program, int port, Path home) {
        return List.of(
                program.toString(),
                "--fork",
                "--aetitle",
                TITLE.value(),
                "--max-pdu",
                "131072",
                "--output-directory",
                home.toString(),
                Integer.toString(port));
    }

    private static List<String> orthanc(Path program, int port, Path home) throws IOException {
        Path configuration = Files.writeString(
                home.resolve("orthanc.json"),
                String.format(
                        """
                        {
                          "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [], "HttpServerEnabled": false,
                          "DicomAet": "%s", "DicomPort": %d, "DicomAlwaysAllowStore": true, "DicomThreadsCount": 16,
                          "MaximumPduLength": 131072
                        }
                        """,
                        home.resolve("db"), home.resolve("db"), TITLE, port));
        return List.of(program.toString(), configuration.toString());
    }

    /** An outside program of this name, if it is installed. */
    static Optional<Path> program(String name) {
        String folders = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(folders.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
