package org.tandem.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.dicom.Uid;

/** What shall happen to each object of a group, decided in the order in which they came. Used by one thread. */
final class FilingPlan {

    /** One step: an object, what becomes of it, and the file that it becomes. */
    record Step(Candidate candidate, Filed filed, Path target) {}

    private final Spool spool;
    private final InstanceIndex index;
    private final Map<Uid, IndexedInstance> known;
    private final Set<Path> plannedConflicts = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    FilingPlan(Spool spool, InstanceIndex index, List<Candidate> group) {
        this.spool = spool;
        this.index = index;
        List<Uid> uids = group.stream().map(c -> uidOf(c.instance())).toList();
        this.known = new HashMap<>(index.find(uids));
        group.forEach(candidate -> steps.add(decide(candidate)));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private Step decide(Candidate candidate) {
        ReceivedInstance instance = candidate.instance();
        IndexedInstance stored = known.get(uidOf(instance));
        StoredContent content = instance.content();
        if (stored == null) {
            known.put(uidOf(instance), new IndexedInstance(uidOf(instance), content.digest(), content.path(), false));
            return new Step(candidate, Filed.STORED, spool.resolve(content.path()));
        }
        return stored.digest().equals(content.digest()) ? again(candidate, stored) : conflict(candidate);
    }

    private Step again(Candidate candidate, IndexedInstance stored) {
        Path target = spool.resolve(stored.path());
        boolean plannedHere = steps.stream()
                .anyMatch(s -> s.target().equals(target) && s.filed().moves());
        boolean there = plannedHere || (!stored.lost() && Files.exists(target));
        return new Step(candidate, there ? Filed.DUPLICATE : Filed.RESTORED, target);
    }

    private Step conflict(Candidate candidate) {
        ReceivedInstance instance = candidate.instance();
        Sha256 digest = instance.content().digest();
        Path target = spool.resolve(Spool.conflictPathOf(uidOf(instance), digest));
        boolean again = !plannedConflicts.add(target)
                || index.conflicts(uidOf(instance)).contains(digest);
        return new Step(candidate, again ? Filed.CONFLICT_AGAIN : Filed.CONFLICT, target);
    }

    /** The rows that the steps write. */
    IndexChange change() {
        return new IndexChange(
                of(Filed.STORED),
                of(Filed.CONFLICT),
                of(Filed.RESTORED).stream().map(FilingPlan::uidOf).toList());
    }

    /** The lines of the journal that the steps write. */
    List<JournalEntry> journalEntries() {
        List<JournalEntry> entries = new ArrayList<>();
        for (ReceivedInstance instance : of(Filed.STORED)) {
            entries.add(new JournalEntry(JournalEntry.Kept.AS_INSTANCE, instance));
        }
        for (ReceivedInstance instance : of(Filed.CONFLICT)) {
            entries.add(new JournalEntry(JournalEntry.Kept.AS_CONFLICT, instance));
        }
        return entries;
    }

    private List<ReceivedInstance> of(Filed filed) {
        return steps.stream()
                .filter(s -> s.filed() == filed)
                .map(this::filedInstance)
                .toList();
    }

    private ReceivedInstance filedInstance(Step step) {
        ReceivedInstance came = step.candidate().instance();
        StoredContent content = came.content();
        return new ReceivedInstance(
                came.identity(),
                came.modality(),
                came.origin(),
                new StoredContent(
                        content.digest(), content.sizeBytes(), content.syntax(), spool.relative(step.target())));
    }

    private static Uid uidOf(ReceivedInstance instance) {
        return instance.identity().sopInstance();
    }
}
