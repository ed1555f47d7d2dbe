package org.tandem.net;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandem.dicom.Uid;

/** Keeps some instances and not others, and tells tests what happened. */
final class RecordingCommitments implements CommitmentHandler {

    private static final long DEADLINE_SECONDS = 60;

    final Map<Uid, CommitmentRequest> asked = new ConcurrentHashMap<>();
    final Set<Uid> kept = ConcurrentHashMap.newKeySet();
    final AtomicInteger timesAsked = new AtomicInteger();
    private final BlockingQueue<Uid> reported = new LinkedBlockingQueue<>();
    private final BlockingQueue<CommitmentResult> told = new LinkedBlockingQueue<>();

    @Override
    public StoreOutcome asked(CommitmentRequest request, AssociationInfo association) {
        timesAsked.incrementAndGet();
        asked.put(request.transaction(), request);
        return StoreOutcome.SUCCESS;
    }

    @Override
    public Optional<CommitmentResult> resultFor(Uid transaction, AssociationInfo association) {
        return Optional.ofNullable(asked.get(transaction)).map(this::result);
    }

    CommitmentResult result(CommitmentRequest request) {
        List<SopReference> committed = request.instances().stream()
                .filter(instance -> kept.contains(instance.sopInstance()))
                .toList();
        List<CommitmentFailure> failed = request.instances().stream()
                .filter(instance -> !kept.contains(instance.sopInstance()))
                .map(instance -> new CommitmentFailure(instance, CommitmentFailure.Reason.NO_SUCH_OBJECT_INSTANCE))
                .toList();
        return new CommitmentResult(request.transaction(), committed, failed);
    }

    @Override
    public void reported(Uid transaction, AssociationInfo association) {
        reported.add(transaction);
    }

    @Override
    public StoreOutcome told(CommitmentResult result, AssociationInfo association) {
        told.add(result);
        return StoreOutcome.SUCCESS;
    }

    CommitmentResult nextTold() throws InterruptedException {
        return next(told, "nobody told a result");
    }

    Uid nextReported() throws InterruptedException {
        return next(reported, "no report was taken");
    }

    private static <T> T next(BlockingQueue<T> queue, String otherwise) throws InterruptedException {
        T next = queue.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError(otherwise);
        }
        return next;
    }
}
