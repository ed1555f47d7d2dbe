package org.tandem.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.net.AdmissionCheck;
import org.tandem.net.AssociationInfo;
import org.tandem.net.DimseStatus;
import org.tandem.net.StoreHandler;
import org.tandem.net.StoreOutcome;
import org.tandem.net.StoreRequest;

/**
 * Receives instances: part file and digest, header, force beside the group that files it, then the answer. Heap used
 * does not depend on the size of objects. Thread-safe; a call is on the thread of its association.
 */
public final class InstanceReceiver implements StoreHandler, AdmissionCheck, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceReceiver.class);

    /** Forces of files at once, for all associations that pipeline; disks and their journals merge them. */
    private static final int CONCLUDING_THREADS = 32;

    private static final int IDLE_SECONDS = 30;

    private final IngestParts parts;
    private final Spool spool;
    private final Clock clock;
    private final GroupCommit groups;
    private final RecoveryReport recovery;
    private final IngestMeter meter = new IngestMeter();
    private final ExecutorService concluding = concludingThreads();

    private InstanceReceiver(IngestParts parts, Clock clock) throws IOException {
        this.parts = parts;
        this.spool = parts.spool();
        this.clock = clock;
        this.recovery = new Recovery(parts).run();
        Filing filing = new Filing(parts);
        this.groups = new GroupCommit(group -> {
            meter.groups.increment();
            return filing.file(group);
        });
    }

    /** Takes the spool, recovers what an earlier run left, and is ready to receive. */
    public static InstanceReceiver open(
            IngestOptions options, InstanceIndex index, ArrivalListener listener, Clock clock) {
        Spool spool = Spool.open(options);
        try {
            Journal journal = Journal.open(spool.journalFile());
            return new InstanceReceiver(new IngestParts(options, spool, journal, index, listener), clock);
        } catch (IOException e) {
            spool.close();
            throw new SpoolException("Spool " + options.spool() + " cannot be recovered: " + Spool.reason(e), e);
        } catch (RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** Threads that wait for the disk, not for a processor; they go when nobody pipelines. */
    private static ExecutorService concludingThreads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                CONCLUDING_THREADS, CONCLUDING_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        threads.allowCoreThreadTimeOut(true);
        AtomicInteger number = new AtomicInteger();
        threads.setThreadFactory(work -> new Thread(work, "ingest-conclude-" + number.incrementAndGet()));
        return threads;
    }

    /** What the start found and mended. */
    public RecoveryReport recovery() {
        return recovery;
    }

    public IngestCounters counters() {
        return meter.counters();
    }

    /** While the disk is full, peers are told so before they send. */
    @Override
    public boolean admits(AssociationInfo association) {
        try {
            spool.requireSpace();
            return true;
        } catch (SpoolException e) {
            LOG.warn("No association from {}: {}", association.calling(), e.getMessage());
            return false;
        }
    }

    /** What is safely kept, for those who want a commitment to it. */
    public Holdings holdings() {
        return new Holdings(spool, parts.index());
    }

    /** The file of an instance, by the path that the index gives. */
    public Path file(IndexedInstance instance) {
        return spool.resolve(instance.path());
    }

    @Override
    public StoreOutcome store(StoreRequest request, InputStream dataSet) throws IOException {
        try (IncomingFile file = IncomingFile.create(spool, PartHead.of(request))) {
            receive(file, dataSet);
            return conclude(request, file);
        } catch (SpoolException e) {
            return unavailable(request, e);
        }
    }

    /** Reads here, on the association's thread; forces and files elsewhere, beside others of the same association. */
    @Override
    public CompletionStage<StoreOutcome> begin(StoreRequest request, InputStream dataSet) throws IOException {
        IncomingFile file;
        try {
            file = IncomingFile.create(spool, PartHead.of(request));
        } catch (SpoolException e) {
            return CompletableFuture.completedFuture(unavailable(request, e));
        }
        boolean handedOver = false;
        try {
            receive(file, dataSet);
            CompletionStage<StoreOutcome> outcome =
                    CompletableFuture.supplyAsync(() -> concludeAndClose(request, file), concluding);
            handedOver = true;
            return outcome;
        } catch (SpoolException e) {
            return CompletableFuture.completedFuture(unavailable(request, e));
        } finally {
            if (!handedOver) {
                file.close();
            }
        }
    }

    private StoreOutcome concludeAndClose(StoreRequest request, IncomingFile incoming) {
        try (IncomingFile file = incoming) {
            return conclude(request, file);
        } catch (SpoolException e) {
            return unavailable(request, e);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private StoreOutcome unavailable(StoreRequest request, SpoolException e) {
        meter.unavailable.increment();
        LOG.error("Instance {} not taken; make room or mend the spool: {}", request.sopInstance(), e.getMessage());
        return new StoreOutcome(DimseStatus.OUT_OF_RESOURCES, "Spool cannot take the object now, try later");
    }

    private void receive(IncomingFile file, InputStream dataSet) throws IOException {
        try {
            file.receive(dataSet);
        } catch (IOException e) {
            meter.aborted.increment();
            throw e;
        }
    }

    private StoreOutcome conclude(StoreRequest request, IncomingFile file) throws IOException {
        Judgement judgement =
                Examination.of(request, file.part(), parts.options().reading());
        if (judgement instanceof Judgement.Acceptable acceptable) {
            Filed filed = file(acceptable, request, file);
            meter.count(filed, file.sizeBytes());
            return answer(request, filed);
        }
        if (judgement instanceof Judgement.Mismatch mismatch) {
            meter.mismatched.increment();
            LOG.warn("Instance {} refused: {}", request.sopInstance(), mismatch.comment());
            return new StoreOutcome(mismatch.status(), mismatch.comment());
        }
        meter.unreadable.increment();
        return quarantine(request, file, ((Judgement.Unreadable) judgement).reason());
    }

    private Filed file(Judgement.Acceptable acceptable, StoreRequest request, IncomingFile file)
            throws InterruptedIOException {
        InstanceIdentity identity = acceptable.identity();
        StoredContent content = new StoredContent(
                file.digest(), file.sizeBytes(), request.syntax().uid(), Spool.pathOf(identity));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // what databases keep
        Origin origin = new Origin(request.association(), now);
        ReceivedInstance instance = new ReceivedInstance(identity, acceptable.modality(), origin, content);
        FutureTask<?> forcing = new FutureTask<>(file::force, null);
        Future<Filed> filed = groups.add(new Candidate(file.part(), forcing, instance));
        forcing.run(); // here, while the group's thread writes the rows
        try {
            return filed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped while an instance waited to be filed");
        }
    }

    private StoreOutcome answer(StoreRequest request, Filed filed) {
        return switch (filed) {
            case STORED, RESTORED, DUPLICATE -> StoreOutcome.SUCCESS;
            case CONFLICT, CONFLICT_AGAIN -> {
                LOG.warn(
                        "Instance {} from {} has other content than the stored one; kept aside, the first stays",
                        request.sopInstance(),
                        request.association().calling());
                yield new StoreOutcome(
                        DimseStatus.COERCION_OF_DATA_ELEMENTS, "Other content is stored under this UID; kept aside");
            }
            case UNAVAILABLE ->
                new StoreOutcome(DimseStatus.OUT_OF_RESOURCES, "Spool or index not available, try later");
            case FAILED -> new StoreOutcome(DimseStatus.PROCESSING_FAILURE, "Index refused the instance");
        };
    }

    private StoreOutcome quarantine(StoreRequest request, IncomingFile file, String reason) {
        Instant now = clock.instant();
        if (spool.quarantined() < parts.options().maxQuarantined()) {
            Path target = spool.quarantinePath(now, file.part());
            file.quarantine(target, reason);
            LOG.warn("Instance {} unreadable, bytes kept in {}: {}", request.sopInstance(), target, reason);
        } else {
            LOG.warn("Instance {} unreadable, quarantine is full, not kept: {}", request.sopInstance(), reason);
        }
        return new StoreOutcome(DimseStatus.CANNOT_UNDERSTAND, "Data set cannot be parsed");
    }

    private void awaitConcluded() {
        try {
            if (!concluding.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Objects still wait for the disk {} s after the last association", IDLE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void associationEnded(AssociationInfo association, boolean released) {
        parts.listener().associationEnded(association, released);
    }

    /** Files what waits, checkpoints, and gives the spool free. */
    @Override
    public void close() {
        concluding.shutdown(); // what it has was promised nobody yet; it is filed all the same, or removed
        awaitConcluded();
        groups.close();
        try (Spool closed = spool;
                Journal journal = parts.journal()) {
            long checkpoint = parts.index().checkpoint();
            journal.clear();
            closed.cleanMark().set(checkpoint);
            LOG.info("Spool {} closed", closed.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TandemException e) {
            LOG.warn("No checkpoint at the stop, the next start replays the journal: {}", e.getMessage());
        }
    }
}
