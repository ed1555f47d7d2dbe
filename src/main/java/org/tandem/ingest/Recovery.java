package org.tandem.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;

/**
 * What every start does before it receives: replays the journal against the index, then compares the spool with the
 * rows. Used once, by one thread. Memory used does not depend on the number of instances.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int BATCH = 512;

    private final Spool spool;
    private final Journal journal;
    private final InstanceIndex index;
    private final ArrivalListener listener;

    private int replayed;
    private int reindexed;
    private int restored;
    private int lost;
    private int unreadable;

    Recovery(IngestParts parts) {
        this.spool = parts.spool();
        this.journal = parts.journal();
        this.index = parts.index();
        this.listener = parts.listener();
    }

    RecoveryReport run() throws IOException {
        long begun = System.nanoTime();
        int partsRemoved = removeParts();
        replayJournal();
        if (!leftInOrder()) {
            checkInstanceFiles();
            checkConflictFiles();
            checkRows();
        }
        index.checkpoint();
        journal.clear();
        RecoveryReport report = new RecoveryReport(partsRemoved, replayed, reindexed, restored, lost, unreadable);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        LOG.info("Spool {} checked against {} rows in {} ms: {}", spool.root(), index.count(), millis, report);
        return report;
    }

    /** After a clean stop nothing is looked at, unless the database is another than the one that was left. */
    private boolean leftInOrder() throws IOException {
        OptionalLong left = spool.cleanMark().take();
        return left.isPresent() && left.getAsLong() == index.lastCheckpoint();
    }

    private int removeParts() throws IOException {
        int removed = 0;
        try (Stream<Path> parts = Files.list(spool.folder(Spool.INCOMING))) {
            for (Path part : (Iterable<Path>) parts::iterator) {
                Files.delete(part);
                removed++;
            }
        }
        return removed;
    }

    private void replayJournal() throws IOException {
        Batches<JournalEntry> promised = new Batches<>(BATCH, entries -> replay(entries, this::tellLost));
        List<JournalEntry> last = new ArrayList<>();
        journal.forEach(group -> {
            last.forEach(promised::add);
            last.clear();
            last.addAll(group);
        });
        promised.flush();
        replay(last, Recovery::tellUnanswered);
    }

    private void replay(List<JournalEntry> entries, Consumer<ReceivedInstance> missing) throws IOException {
        Map<Uid, ReceivedInstance> instances = new LinkedHashMap<>();
        List<ReceivedInstance> conflicts = new ArrayList<>();
        for (JournalEntry entry : entries) {
            ReceivedInstance instance = entry.instance();
            if (entry.kept() == JournalEntry.Kept.AS_INSTANCE) {
                instances.put(instance.identity().sopInstance(), instance);
            } else if (!hasConflict(
                    instance.identity().sopInstance(), instance.content().path())) {
                conflicts.add(instance);
            }
        }
        index.find(instances.keySet()).keySet().forEach(instances::remove);
        replayed += write(there(instances.values(), missing), there(conflicts, missing));
    }

    /** Those whose file is there. */
    private List<ReceivedInstance> there(Collection<ReceivedInstance> noted, Consumer<ReceivedInstance> missing) {
        List<ReceivedInstance> there = new ArrayList<>();
        for (ReceivedInstance instance : noted) {
            if (Files.exists(spool.resolve(instance.content().path()))) {
                there.add(instance);
            } else {
                missing.accept(instance);
            }
        }
        return there;
    }

    private void tellLost(ReceivedInstance instance) {
        lost++;
        LOG.error(
                "Instance {} is in the journal, but neither its file {} nor its row is there; ask {} to send it again",
                instance.identity().sopInstance(),
                instance.content().path(),
                instance.origin().association().calling());
    }

    /** The last group was noted before its files were in place. */
    private static void tellUnanswered(ReceivedInstance instance) {
        LOG.warn(
                "Instance {} was being filed when the node stopped, and {} had no answer yet; it should send it again",
                instance.identity().sopInstance(),
                instance.origin().association().calling());
    }

    private int write(List<ReceivedInstance> stored, List<ReceivedInstance> conflicts) throws IOException {
        IndexChange change = new IndexChange(stored, conflicts, List.of());
        if (change.isEmpty()) {
            return 0;
        }
        index.write(change, () -> {
            if (!stored.isEmpty()) {
                listener.instancesStored(stored);
            }
        });
        return stored.size() + conflicts.size();
    }

    private void checkInstanceFiles() throws IOException {
        Batches<Path> batches = new Batches<>(BATCH, this::checkInstanceFiles);
        try (Stream<Path> files = Files.walk(spool.folder(Spool.INSTANCES), 3)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".dcm"))::iterator) {
                batches.add(file);
            }
        }
        batches.flush();
    }

    private void checkInstanceFiles(List<Path> files) throws IOException {
        Map<Uid, Path> byUid = new LinkedHashMap<>();
        files.forEach(file -> uidOf(file).ifPresent(uid -> byUid.put(uid, file)));
        List<Uid> found = new ArrayList<>();
        for (IndexedInstance row : index.find(byUid.keySet()).values()) {
            byUid.remove(row.sopInstance());
            if (row.lost()) {
                found.add(row.sopInstance());
            }
        }
        if (!found.isEmpty()) {
            index.write(new IndexChange(List.of(), List.of(), found), () -> {});
            restored += found.size();
        }
        List<ReceivedInstance> read = new ArrayList<>();
        byUid.values().forEach(file -> read(file).ifPresent(read::add));
        reindexed += write(read, List.of());
    }

    private static Optional<Uid> uidOf(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.substring(0, name.length() - ".dcm".length());
        return Uid.isValid(stem) ? Optional.of(new Uid(stem)) : Optional.empty();
    }

    private Optional<ReceivedInstance> read(Path file) {
        try {
            return Optional.of(SpooledFile.read(spool, file));
        } catch (IOException | TandemException e) {
            unreadable++;
            LOG.error("File {} has no row and cannot be read; it stays where it is: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private void checkConflictFiles() throws IOException {
        List<ReceivedInstance> read = new ArrayList<>();
        try (Stream<Path> files = Files.list(spool.folder(Spool.CONFLICTS))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String stem = String.valueOf(file.getFileName()).split("-", 2)[0];
                if (Uid.isValid(stem) && !hasConflict(new Uid(stem), spool.relative(file))) {
                    read(file).ifPresent(read::add);
                }
            }
        }
        reindexed += write(List.of(), read);
    }

    private boolean hasConflict(Uid sopInstance, String path) {
        return index.conflicts(sopInstance).stream()
                .anyMatch(digest -> Spool.conflictPathOf(sopInstance, digest).equals(path));
    }

    private void checkRows() {
        Optional<Uid> last = Optional.empty();
        List<IndexedInstance> page;
        do {
            page = index.page(last, BATCH);
            List<Uid> gone = page.stream()
                    .filter(row -> !row.lost() && !Files.exists(spool.resolve(row.path())))
                    .map(IndexedInstance::sopInstance)
                    .toList();
            if (!gone.isEmpty()) {
                index.markLost(gone);
                lost += gone.size();
                LOG.error("Files of {} instances are gone, have them sent again: {}", gone.size(), gone);
            }
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1).sopInstance());
        } while (page.size() == BATCH);
    }
}
