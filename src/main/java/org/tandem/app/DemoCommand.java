package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.net.Peer;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.show.SourceImages;
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

    private static final int MOST_SAID = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            defaultValue = "target/demo",
            paramLabel = "DIR",
            description = "Folder for what comes back (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--all",
            description = "Every shipped model, each on a series of its kind, and a picture of each result.")
    private boolean all;

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
        Demo.Site site = new Demo.Site(home, out, all ? DemoCase.ALL : List.of(DemoCase.BRAIN));
        try (Demo demo = Demo.start(site, alsoTo)) {
            Demo.Story story = demo.run(spec.commandLine().getErr());
            if (all) {
                printAll(console, site, story);
            } else {
                printBrain(console, site, story);
            }
            line(console, "status page", story.statusPage());
            console.flush();
            if (keepRunning) {
                waitForStop();
            }
            return story.complete() ? 0 : 1;
        }
    }

    private void printBrain(PrintWriter console, Demo.Site site, Demo.Story story) throws IOException {
        Demo.Told told = story.cases().get(0);
        Optional<Path> segmentation = told.file(ResultKind.SEGMENTATION);
        line(console, "objects sent", story.objectsSent() + " in " + seconds(story.sendSeconds()));
        line(console, "series complete after", seconds(told.orderedSeconds()) + " (quiet period included)");
        line(console, "inference and results", seconds(told.inferSeconds()));
        line(console, "delivered after", seconds(story.seconds()));
        line(console, "segmentation", segmentation.map(Path::toString).orElse("did not come back"));
        line(console, "structured report", told.report().map(Path::toString).orElse("did not come back"));
        if (segmentation.isPresent() && told.report().isPresent()) {
            Path picture = out.resolve("overlay.png");
            DemoBrain brain = DemoBrain.of(
                    site.series(told.demo()), segmentation.get(), told.report().get(), picture);
            line(console, "brain volume (SR)", cm3(brain.reportedCm3()));
            line(console, "brain volume (SEG)", cm3(brain.countedCm3()));
            line(console, "reference volume", cm3(brain.referenceCm3()));
            line(console, "Dice with reference", String.format(Locale.ROOT, "%.4f", brain.dice()));
            line(console, "picture", picture.toString());
        }
    }

    private void printAll(PrintWriter console, Demo.Site site, Demo.Story story) throws IOException {
        line(console, "objects sent", story.objectsSent() + " in " + seconds(story.sendSeconds()));
        line(console, "all delivered after", seconds(story.seconds()));
        for (Demo.Told told : story.cases()) {
            console.println();
            line(
                    console,
                    told.demo().model(),
                    told.demo().modality() + ", " + told.demo().folder());
            line(
                    console,
                    "  result",
                    told.job().map(job -> shortened(job.job().message())).orElse("none"));
            line(console, "  inference", seconds(told.inferSeconds()));
            List<Path> images = DicomPaths.files(List.of(site.series(told.demo())));
            ResultPictures pictures = new ResultPictures(
                    SourceImages.of(images), out.resolve(told.demo().model()));
            for (Demo.ReceivedResult result : told.received()) {
                Optional<Path> seen = pictures.of(result.file()).file();
                line(
                        console,
                        "  " + result.kind().abbreviation(),
                        seen.map(Path::toString).orElse(result.file().toString()));
            }
        }
        console.println();
    }

    /** The first of what a message lists. */
    private static String shortened(String message) {
        String[] said = message.split("; ");
        String rest = said.length > MOST_SAID ? "; and " + (said.length - MOST_SAID) + " more" : "";
        return Arrays.stream(said).limit(MOST_SAID).collect(Collectors.joining("; ")) + rest;
    }

    private static String cm3(double value) {
        return String.format(Locale.ROOT, "%.1f cm³", value);
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
