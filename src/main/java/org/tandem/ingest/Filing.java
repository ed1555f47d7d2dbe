package org.tandem.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TandemException.Kind;

/**
 * Files a group of objects: writes the rows and the journal while the last of the files are being forced, moves the
 * files into place, forces the folders, commits. What it says is stored survives the loss of power. Used by one thread
 * at a time.
 */
final class Filing {

    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

    private final Spool spool;
    private final Journal journal;
    private final InstanceIndex index;
    private final ArrivalListener listener;
    private final long journalBytes;

    Filing(IngestParts parts) {
        this.spool = parts.spool();
        this.journal = parts.journal();
        this.index = parts.index();
        this.listener = parts.listener();
        this.journalBytes = parts.options().journalBytes();
    }

    /** One answer for each object, in their order. Never throws what a single object or the database can cause. */
    List<Filed> file(List<Candidate> group) {
        try {
            List<Filed> filed = fileTogether(group);
            checkpointWhenDue();
            return filed;
        } catch (IOException | TandemException e) {
            return answerFailure(group, e);
        }
    }

    /** Where one object may have spoilt it for all, each is filed by itself. */
    private List<Filed> answerFailure(List<Candidate> group, Exception failure) {
        boolean mayBeOneOfThem = !(failure instanceof TandemException e && e.kind() == Kind.RETRY);
        if (mayBeOneOfThem && group.size() > 1) {
            LOG.warn("Group of {} instances not filed, each is tried by itself: {}", group.size(), failure.toString());
            List<Filed> filed = new ArrayList<>();
            group.forEach(candidate -> filed.addAll(file(List.of(candidate))));
            return filed;
        }
        boolean bug = failure instanceof TandemException e && e.kind() != Kind.RETRY;
        LOG.error("{} instances not filed; check the disk of {} and the database", group.size(), spool.root(), failure);
        return Collections.nCopies(group.size(), bug ? Filed.FAILED : Filed.UNAVAILABLE);
    }

    private List<Filed> fileTogether(List<Candidate> group) throws IOException {
        FilingPlan plan = new FilingPlan(spool, index, group);
        if (!plan.change().isEmpty()) {
            carryOut(plan);
        }
        return plan.steps().stream().map(FilingPlan.Step::filed).toList();
    }

    private void carryOut(FilingPlan plan) throws IOException {
        long journalBefore = journal.sizeBytes();
        List<FilingPlan.Step> moved = new ArrayList<>();
        try {
            index.write(plan.change(), () -> {
                tell(plan);
                journal.append(plan.journalEntries());
                awaitForced(plan);
                move(plan, moved);
            });
        } catch (IOException | RuntimeException e) {
            takeBack(moved, journalBefore);
            throw e;
        }
    }

    private void tell(FilingPlan plan) {
        List<ReceivedInstance> stored = plan.change().stored();
        if (!stored.isEmpty()) {
            listener.instancesStored(stored);
        }
    }

    private static void awaitForced(FilingPlan plan) throws IOException {
        for (FilingPlan.Step step : plan.steps()) {
            if (step.filed().moves()) {
                step.candidate().awaitForced();
            }
        }
    }

    private void move(FilingPlan plan, List<FilingPlan.Step> moved) throws IOException {
        for (FilingPlan.Step step : plan.steps()) {
            if (step.filed().moves()) {
                spool.move(step.candidate().part(), step.target());
                moved.add(step);
            }
        }
        Set<Path> folders = moved.stream().map(s -> Spool.folderOf(s.target())).collect(Collectors.toSet());
        for (Path folder : folders) {
            Spool.force(folder);
        }
    }

    /** Nothing of the group was promised: files return to their parts, which whoever received them removes. */
    private void takeBack(List<FilingPlan.Step> moved, long journalBefore) {
        try {
            if (journal.sizeBytes() > journalBefore) {
                journal.cutBack(journalBefore);
            }
            for (FilingPlan.Step step : moved) {
                Files.move(step.target(), step.candidate().part());
            }
        } catch (IOException e) {
            // no harm: a file without a row is indexed at the next start, and its sender sends it again
            LOG.warn("Files of a failed group stay in the spool: {}", Spool.reason(e));
        }
    }

    private void checkpointWhenDue() {
        if (journal.sizeBytes() < journalBytes) {
            return;
        }
        try {
            index.checkpoint();
            journal.clear();
        } catch (IOException | TandemException e) {
            LOG.warn("Journal stays at {} bytes, checkpoint failed: {}", journal.sizeBytes(), e.toString());
        }
    }
}
