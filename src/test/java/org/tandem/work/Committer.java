package org.tandem.work;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tandem.dicom.Uid;
import org.tandem.net.AssociationInfo;
import org.tandem.net.CommitmentFailure;
import org.tandem.net.CommitmentHandler;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.StoreOutcome;

/** The storage commitment of a PACS in a test: what it is asked it keeps, or has lost, and says so at once or never. */
final class Committer implements CommitmentHandler {

    private final List<CommitmentRequest> asked = new CopyOnWriteArrayList<>();
    private final List<CommitmentResult> told = new CopyOnWriteArrayList<>();
    private volatile StoreOutcome answer = StoreOutcome.SUCCESS;
    private volatile boolean tells = true;
    private volatile int losesNext;

    void tellsNothing() {
        tells = false;
    }

    /** So often, what it is asked for next is lost. */
    void losesNext(int times) {
        losesNext = times;
    }

    /** What others told, where it had asked them. */
    List<CommitmentResult> told() {
        return told;
    }

    /** From now on it answers so when it is told something. */
    void answers(StoreOutcome outcome) {
        answer = outcome;
    }

    List<CommitmentRequest> asked() {
        return asked;
    }

    static CommitmentResult kept(CommitmentRequest request) {
        return new CommitmentResult(request.transaction(), request.instances(), List.of());
    }

    @Override
    public StoreOutcome asked(CommitmentRequest request, AssociationInfo association) {
        asked.add(request);
        return StoreOutcome.SUCCESS;
    }

    @Override
    public synchronized Optional<CommitmentResult> resultFor(Uid transaction, AssociationInfo association) {
        CommitmentRequest request = asked.get(asked.size() - 1);
        if (!tells) {
            return Optional.empty();
        }
        if (losesNext == 0) {
            return Optional.of(kept(request));
        }
        losesNext--;
        List<CommitmentFailure> failures = request.instances().stream()
                .map(instance -> new CommitmentFailure(instance, CommitmentFailure.Reason.NO_SUCH_OBJECT_INSTANCE))
                .toList();
        return Optional.of(new CommitmentResult(transaction, List.of(), failures));
    }

    @Override
    public void reported(Uid transaction, AssociationInfo association) {}

    @Override
    public StoreOutcome told(CommitmentResult result, AssociationInfo association) {
        told.add(result);
        return answer;
    }
}
