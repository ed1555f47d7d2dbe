package org.tandem.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.ScpOptions;
import org.tandem.net.StorageScp;
import org.tandem.net.StoreHandler;
import org.tandem.net.StoreOutcome;
import org.tandem.net.StoreRequest;

/** The PACS of a test: keeps what comes in a folder, and the order and content in which it came. */
final class RecordingPacs implements StoreHandler, AutoCloseable {

    private static final String TITLE = "PACS";

    private final ReceivingFolder folder;
    private final StorageScp scp;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private volatile @Nullable Stall stall;

    /** One C-STORE whose object was taken. */
    record Arrival(Uid sopClass, Uid sopInstance, Path file, String digest) {}

    /** A C-STORE whose object has come, and whose answer is held back. */
    static final class Stall {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        void awaitReached() throws InterruptedException {
            if (!reached.await(ChildNode.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("No object came");
            }
        }

        void end() {
            ended.countDown();
        }

        private void pass() throws IOException {
            reached.countDown();
            try {
                if (!ended.await(ChildNode.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("Nobody ended the stall");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    RecordingPacs(Path path) throws IOException {
        this.folder = new ReceivingFolder(path);
        ScpOptions options = ScpOptions.of(new AeTitle(TITLE), 0);
        this.scp = StorageScp.start(options.withListen(options.listen().withHost("127.0.0.1")), this);
    }

    Peer peer() {
        return new Peer(new AeTitle(TITLE), "127.0.0.1", scp.port());
    }

    /** The next object comes, but is not answered before the stall is ended. */
    Stall stallNext() {
        Stall next = new Stall();
        stall = next;
        return next;
    }

    @Override
    public StoreOutcome store(StoreRequest request, InputStream dataSet) throws IOException {
        StoreOutcome outcome = folder.store(request, dataSet);
        Path file = folder.received().get(folder.received().size() - 1); // one association at a time
        arrivals.add(new Arrival(request.sopClass(), request.sopInstance(), file, Digests.ofDataSet(file)));
        Stall here = stall;
        if (here != null) {
            stall = null;
            here.pass();
        }
        return outcome;
    }

    /** In the order in which they came, one that came twice included twice. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** The objects of this class by UID and content: two contents of one UID are two. */
    Set<String> segmentations() {
        return contents(SopClasses.SEGMENTATION_STORAGE);
    }

    Set<String> reports() {
        return contents(SopClasses.COMPREHENSIVE_3D_SR_STORAGE);
    }

    private Set<String> contents(Uid sopClass) {
        return arrivals.stream()
                .filter(arrival -> arrival.sopClass().equals(sopClass))
                .map(arrival -> arrival.sopInstance() + " " + arrival.digest())
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        Stall here = stall;
        if (here != null) {
            here.end();
        }
        scp.close();
    }
}
