package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.evaluate.OverlayPicture;
import org.tandem.evaluate.data.NrrdFile;
import org.tandem.evaluate.metric.Overlap;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.ScpOptions;
import org.tandem.net.ScuOptions;
import org.tandem.net.StorageScp;
import org.tandem.result.read.ReportReader;
import org.tandem.result.read.SegmentationReader;
import org.tandem.series.Reading;
import org.tandem.series.VolumeReader;
import org.tandem.volume.Mask;
import org.tandem.volume.Volume;
import org.tandem.work.JobRecord;

/**
 * One brain, all the way: a node on free ports with a database of its own, and a receiver that plays the PACS. What is
 * measured is measured on what came back over the network.
 */
final class Demo implements AutoCloseable {

    private static final Path BRAIN = Path.of("test-dicom", "colin27-t1");
    private static final Path REFERENCE = BRAIN.resolve("mask").resolve("reference-mask.nrrd");
    private static final String MARK = "made-by-tandem-demo.txt";
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final Duration QUIET_PERIOD = Duration.ofSeconds(2);
    private static final double MM3_PER_CM3 = 1000;

    private final Closing closing;
    private final Path home;
    private final Path out;
    private final ReceivingFolder pacs;
    private final Node node;

    /** What happened; seconds count from the first object sent. */
    record Story(
            int objectsSent,
            double sendSeconds,
            double completeSeconds,
            double inferSeconds,
            double deliverSeconds,
            Optional<Path> segmentation,
            Optional<Path> report,
            Optional<Outcome> outcome,
            String statusPage) {
        boolean complete() {
            return segmentation.isPresent() && report.isPresent() && outcome.isPresent();
        }
    }

    /** What the results say. */
    record Outcome(double reportedCm3, double countedCm3, double referenceCm3, double dice, Path picture) {}

    private Demo(Closing closing, Path home, Path out, ReceivingFolder pacs, Node node) {
        this.closing = closing;
        this.home = home;
        this.out = out;
        this.pacs = pacs;
        this.node = node;
    }

    /** Starts receiver and node; what an earlier demo left in the folder is removed. */
    static Demo start(Path home, Path out, Optional<Peer> alsoTo) throws IOException {
        Closing closing = new Closing();
        try {
            makeEmpty(out);
            ReceivingFolder pacs = new ReceivingFolder(out.resolve("received"));
            ScpOptions options = ScpOptions.of(new AeTitle("PACS"), 0);
            StorageScp scp = closing.add(
                    "receiver",
                    StorageScp.start(options.withListen(options.listen().withHost("127.0.0.1")), pacs));
            Map<String, Peer> destinations = new HashMap<>();
            destinations.put("pacs", new Peer(new AeTitle("PACS"), "127.0.0.1", scp.port()));
            alsoTo.ifPresent(peer -> destinations.put("other", peer));
            Node node = closing.add("node", Node.start(configuration(home, out, destinations)));
            return new Demo(closing, home, out, pacs, node);
        } catch (RuntimeException | IOException e) {
            closing.close();
            throw e;
        }
    }

    /** Only what an earlier demo left is removed; a folder with anything else in it is refused. */
    private static void makeEmpty(Path out) throws IOException {
        Path mark = out.resolve(MARK);
        if (Files.isDirectory(out) && !Files.exists(mark) && !Folders.isEmpty(out)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Folder " + out + ": got other files in it, expected an empty folder or that of an earlier demo");
        }
        Folders.delete(out);
        Files.createDirectories(out);
        Files.writeString(mark, "Whatever is in this folder is deleted by the next tandem demo.\n");
    }

    /** Sends the brain and waits for what comes back. */
    Story run(PrintWriter console) throws IOException, InterruptedException {
        List<Path> images = dicomFiles(home.resolve(BRAIN));
        Instant start = Instant.now();
        List<Sending.Answer> answers = send(images, new Progress(console, "sending", images.size()));
        Instant sent = Instant.now();
        boolean came = await(() -> pacs.received().size() >= 2 && delivered());
        Instant end = Instant.now();
        Optional<Path> segmentation = received(SopClasses.SEGMENTATION_STORAGE);
        Optional<Path> report = received(SopClasses.COMPREHENSIVE_3D_SR_STORAGE);
        Optional<JobRecord> job =
                node.work().ledger().latest(Optional.empty(), 1).stream().findFirst();
        Instant ordered = job.map(j -> j.times().ordered()).orElse(end);
        Instant begun = job.flatMap(j -> j.times().begun()).orElse(end);
        Instant ended = job.flatMap(j -> j.times().ended()).orElse(end);
        return new Story(
                (int) answers.stream().filter(Sending.Answer::stored).count(),
                seconds(start, sent),
                seconds(start, ordered),
                seconds(begun, ended),
                seconds(start, end),
                segmentation,
                report,
                came && segmentation.isPresent() && report.isPresent()
                        ? Optional.of(outcome(images, segmentation.get(), report.get()))
                        : Optional.empty(),
                "http://127.0.0.1:" + node.webPort() + "/");
    }

    @Override
    public void close() {
        closing.close();
    }

    private List<Sending.Answer> send(List<Path> images, Progress progress) throws InterruptedException {
        Peer peer = new Peer(new AeTitle("TANDEM"), "127.0.0.1", node.dicomPort());
        return new Sending(peer, ScuOptions.of(new AeTitle("MODALITY")), 1).send(images, progress::step);
    }

    private boolean delivered() {
        return node.work().ledger().unfinishedDeliveries().isEmpty();
    }

    private Optional<Path> received(Uid sopClass) {
        return pacs.received().stream()
                .filter(file -> DicomFileReader.readHeader(file)
                        .dataSet()
                        .uid(Tag.SOP_CLASS_UID)
                        .filter(sopClass::equals)
                        .isPresent())
                .findFirst();
    }

    private Outcome outcome(List<Path> images, Path segmentation, Path report) throws IOException {
        Reading reading = VolumeReader.read(images);
        if (!(reading instanceof Reading.Read read)) {
            throw new TandemException(TandemException.Kind.BUG, "The demo's own series is refused: " + reading);
        }
        Volume volume = read.series().volume();
        Mask mask = SegmentationReader.read(DicomFileReader.read(segmentation))
                .masksOn(volume.grid())
                .values()
                .iterator()
                .next();
        DicomFile sr = DicomFileReader.read(report);
        Mask reference = NrrdFile.readMask(home.resolve(REFERENCE));
        Path picture = out.resolve("overlay.png");
        OverlayPicture.write(volume, mask, picture);
        return new Outcome(
                ReportReader.read(sr.dataSet()).volumesMm3().get(0) / MM3_PER_CM3,
                mask.volumeMm3() / MM3_PER_CM3,
                reference.volumeMm3() / MM3_PER_CM3,
                Overlap.of(mask, reference).dice(),
                picture);
    }

    private static Configuration configuration(Path home, Path out, Map<String, Peer> destinations) throws IOException {
        Configuration c = ConfigurationReader.defaults();
        Path routes = out.resolve("routes.yaml");
        Files.writeString(
                routes,
                "rules:\n  - name: demo\n    when: {Modality: {equals: MR}}\n    model: brain-extraction\n"
                        + "    destinations: [" + String.join(", ", destinations.keySet()) + "]\n");
        return c.withNode(
                        new Configuration.NodeSection(new AeTitle("TANDEM"), "127.0.0.1", 0, List.of(), "tandem-demo"))
                .withStorage(new Configuration.StorageSection(
                        out.resolve("node"), c.storage().reserveBytes()))
                .withSeries(new Configuration.SeriesSection(QUIET_PERIOD, QUIET_PERIOD, List.of()))
                .withFiles(new Configuration.FileSection(home.resolve("models"), routes))
                .withDestinations(destinations)
                .withWeb(new Configuration.WebSection(0));
    }

    private static List<Path> dicomFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }

    /** Waits for a condition that other processes' threads bring about, up to the deadline. */
    private static boolean await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return true;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
