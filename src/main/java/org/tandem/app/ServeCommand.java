package org.tandem.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tandem.net.AeTitle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Runs a node until it is told to stop (SIGTERM): receiving, inference, delivery, status page.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Path USUAL_CONFIGURATION = Path.of("conf/tandem.yaml");

    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Configuration (default: conf/tandem.yaml, if it is there).")
    private @Nullable Path file;

    @Option(names = "--data", paramLabel = "DIR", description = "Instead of storage.folder.")
    private @Nullable Path folder;

    @Option(names = "--aet", paramLabel = "A", description = "Instead of node.aet.")
    private @Nullable String aeTitle;

    @Option(names = "--dicom-port", paramLabel = "N", description = "Instead of node.dicom_port; 0 for any free one.")
    private @Nullable Integer dicomPort;

    @Option(names = "--web-port", paramLabel = "N", description = "Instead of web.port; 0 for any free one.")
    private @Nullable Integer webPort;

    @Override
    public Integer call() throws InterruptedException {
        Node node = Node.start(configuration());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            node.close();
                            stopped.countDown();
                        },
                        "stop"));
        try {
            stopped.await();
        } finally {
            node.close(); // where this thread is interrupted, not the process
        }
        return 0;
    }

    private Configuration configuration() {
        Configuration c = configuration(file);
        Configuration.NodeSection node = c.node();
        return c.withNode(new Configuration.NodeSection(
                        aeTitle == null ? node.aeTitle() : new AeTitle(aeTitle),
                        node.bind(),
                        dicomPort == null ? node.dicomPort() : dicomPort,
                        node.callingAeTitles(),
                        node.station()))
                .withStorage(new Configuration.StorageSection(
                        folder == null ? c.storage().folder() : folder,
                        c.storage().reserveBytes()))
                .withWeb(webPort == null ? c.web() : new Configuration.WebSection(webPort));
    }

    /** The configuration in a file; where none is named, the usual one if it is there, else the defaults. */
    static Configuration configuration(@Nullable Path file) {
        if (file != null) {
            return ConfigurationReader.read(file);
        }
        return Files.exists(USUAL_CONFIGURATION)
                ? ConfigurationReader.read(USUAL_CONFIGURATION)
                : ConfigurationReader.defaults();
    }
}
