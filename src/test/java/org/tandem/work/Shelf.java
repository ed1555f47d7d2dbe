package org.tandem.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tandem.dicom.Uid;
import org.tandem.net.CommitmentFailure;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.SopReference;

/** What a node keeps in a test: what it was given. */
final class Shelf implements Keeping.Holdings {

    private final Set<Uid> kept = ConcurrentHashMap.newKeySet();

    void keeps(Uid sopInstance) {
        kept.add(sopInstance);
    }

    @Override
    public CommitmentResult of(CommitmentRequest request) {
        List<SopReference> committed = new ArrayList<>(request.instances());
        committed.removeIf(instance -> !kept.contains(instance.sopInstance()));
        List<CommitmentFailure> failed = request.instances().stream()
                .filter(instance -> !committed.contains(instance))
                .map(instance -> new CommitmentFailure(instance, CommitmentFailure.Reason.NO_SUCH_OBJECT_INSTANCE))
                .toList();
        return new CommitmentResult(request.transaction(), committed, failed);
    }
}
