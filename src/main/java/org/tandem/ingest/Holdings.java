package org.tandem.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.net.CommitmentFailure;
import org.tandem.net.CommitmentFailure.Reason;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.SopReference;

/**
 * What is safely kept here. Who asks may delete its own copy after the answer, so each file is read again to its last
 * byte, and its digest compared with that of what arrived. Thread-safe.
 */
public final class Holdings {

    private static final Logger LOG = LoggerFactory.getLogger(Holdings.class);
    private static final int BATCH = 512;

    private final Spool spool;
    private final InstanceIndex index;

    Holdings(Spool spool, InstanceIndex index) {
        this.spool = spool;
        this.index = index;
    }

    /** Looks each instance up (PS3.4 J.3.3: every one is in the one list or the other). */
    public CommitmentResult of(CommitmentRequest request) {
        List<SopReference> kept = new ArrayList<>();
        List<CommitmentFailure> failed = new ArrayList<>();
        List<SopReference> instances = request.instances();
        for (int from = 0; from < instances.size(); from += BATCH) {
            List<SopReference> some = instances.subList(from, Math.min(from + BATCH, instances.size()));
            Map<Uid, IndexedInstance> rows =
                    index.find(some.stream().map(SopReference::sopInstance).toList());
            for (SopReference instance : some) {
                Optional<Reason> wrong = wrong(instance, Optional.ofNullable(rows.get(instance.sopInstance())));
                wrong.ifPresentOrElse(
                        reason -> failed.add(new CommitmentFailure(instance, reason)), () -> kept.add(instance));
            }
        }
        return new CommitmentResult(request.transaction(), kept, failed);
    }

    /** What keeps us from committing to it; empty for nothing. */
    private Optional<Reason> wrong(SopReference asked, Optional<IndexedInstance> row) {
        if (row.isEmpty()
                || row.get().lost()
                || Files.notExists(spool.resolve(row.get().path()))) {
            return Optional.of(Reason.NO_SUCH_OBJECT_INSTANCE);
        }
        Path file = spool.resolve(row.get().path());
        try {
            ReceivedInstance read = SpooledFile.read(spool, file);
            if (!read.content().digest().equals(row.get().digest())) {
                LOG.error("File {} is not what arrived: its digest is another", file);
                return Optional.of(Reason.PROCESSING_FAILURE);
            }
            return read.identity().sopClass().equals(asked.sopClass())
                    ? Optional.empty()
                    : Optional.of(Reason.CLASS_INSTANCE_CONFLICT);
        } catch (IOException | TandemException e) {
            LOG.error("File {} cannot be read: {}", file, e.toString());
            return Optional.of(Reason.PROCESSING_FAILURE);
        }
    }
}
