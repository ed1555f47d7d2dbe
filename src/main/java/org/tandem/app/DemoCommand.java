package org.tandem.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tandem.net.Peer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Starts a node and a receiver that plays the PACS, sends a real brain over DICOM, waits for the"
                + " segmentation and the report, and shows them. Succeeds only if both came back.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            defaultValue = "target/demo",
            paramLabel = "DIR",
            description = "Folder for what comes back (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--keep-running", description = "Leave node and status page running until Ctrl-C.")
    private boolean keepRunning;

    @Option(
            names = "--pacs",
            paramLabel = "AET@host:port",
            description = "Send results there too, and not only to the receiver of the demo.")
    private @Nullable String pacs;

    @Option(
            names = "--home",
            hidden = true,
            defaultValue = "${env:TANDEM_HOME:-.}",
            description = "Folder of models and test-dicom.")
    private Path home;

    @Override
    public Integer call() throws Exception {
        PrintWriter console = spec.commandLine().getOut();
        Optional<Peer> alsoTo = Optional.ofNullable(pacs).map(Peer::parse);
        try (Demo demo = Demo.start(home, out, alsoTo)) {
            Demo.Story story = demo.run(spec.commandLine().getErr());
            print(console, story);
            console.flush();
            if (keepRunning) {
                waitForStop();
            }
            return story.complete() ? 0 : 1;
        }
    }

    private static void print(PrintWriter console, Demo.Story story) {
        line(console, "objects sent", story.objectsSent() + " in " + seconds(story.sendSeconds()));
        line(console, "series complete after", seconds(story.completeSeconds()) + " (quiet period included)");
        line(console, "inference and results", seconds(story.inferSeconds()));
        line(console, "delivered after", seconds(story.deliverSeconds()));
        line(console, "segmentation", story.segmentation().map(Path::toString).orElse("did not come back"));
        line(console, "structured report", story.report().map(Path::toString).orElse("did not come back"));
        story.outcome().ifPresent(outcome -> {
            line(console, "brain volume (SR)", String.format(Locale.ROOT, "%.1f cm³", outcome.reportedCm3()));
            line(console, "brain volume (SEG)", String.format(Locale.ROOT, "%.1f cm³", outcome.countedCm3()));
            line(console, "reference volume", String.format(Locale.ROOT, "%.1f cm³", outcome.referenceCm3()));
            line(console, "Dice with reference", String.format(Locale.ROOT, "%.4f", outcome.dice()));
            line(console, "picture", outcome.picture().toString());
        });
        line(console, "status page", story.statusPage());
    }

    private static void line(PrintWriter console, String what, String value) {
        console.printf("%-22s %s%n", what, value);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static void waitForStop() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
