package org.tandem.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tandem.net.AccessRules;
import org.tandem.net.AeTitle;
import org.tandem.net.ScpOptions;
import org.tandem.net.StorageScp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "receive",
        description =
                "Receives DICOM objects into a folder, until it is stopped. For tests: nothing is indexed or forced.",
        mixinStandardHelpOptions = true)
final class ReceiveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--aet", defaultValue = "TANDEM", description = "Our title (default: ${DEFAULT-VALUE}).")
    private String aeTitle;

    @Option(names = "--port", required = true, description = "Port to listen on; 0 for any free one.")
    private int port;

    @Option(names = "--dir", required = true, description = "Folder to write to.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        ScpOptions options = ScpOptions.of(new AeTitle(aeTitle), port)
                .withAccess(AccessRules.DEFAULT.withUnknownStorageClasses(true));
        StorageScp scp = StorageScp.start(options, new ReceivingFolder(folder));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            scp.close();
                            stopped.countDown();
                        },
                        "stop"));
        spec.commandLine().getOut().println("Receiving as " + aeTitle + " on port " + scp.port() + " into " + folder);
        spec.commandLine().getOut().flush();
        try {
            stopped.await();
        } finally {
            scp.close(); // where this thread is interrupted, not the process
        }
        return 0;
    }
}
