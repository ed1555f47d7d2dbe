package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.ingest.SampleInstances.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {

    @TempDir
    private Path folder;

    private static final JournalEntry FIRST = new JournalEntry(JournalEntry.Kept.AS_INSTANCE, instance(1, 1));
    private static final JournalEntry SECOND = new JournalEntry(JournalEntry.Kept.AS_CONFLICT, instance(1, 2));

    private Path file() {
        return folder.resolve("journal");
    }

    private List<ReceivedInstance> reopened() throws IOException {
        List<ReceivedInstance> read = new ArrayList<>();
        try (Journal journal = Journal.open(file())) {
            journal.forEach(group -> group.forEach(entry -> read.add(entry.instance())));
        }
        return read;
    }

    @Test
    void whatWasAppendedIsReadAgainInOrder() throws IOException {
        List<JournalEntry> read = new ArrayList<>();
        try (Journal journal = Journal.open(file())) {
            journal.append(List.of(FIRST));
            journal.append(List.of(SECOND));
            journal.forEach(read::addAll);
        }

        assertThat(read).extracting(JournalEntry::kept).containsExactly(FIRST.kept(), SECOND.kept());
        assertThat(read.get(0).instance().identity()).isEqualTo(FIRST.instance().identity());
        assertThat(read.get(0).instance().content()).isEqualTo(FIRST.instance().content());
        assertThat(read.get(0).instance().origin().arrivedAt()).isEqualTo(SampleInstances.NOON);
    }

    @Test
    void aTornGroupAtTheEndIsCutOffAndTheNextOneFollowsTheWholeOnes() throws IOException {
        long first;
        try (Journal journal = Journal.open(file())) {
            journal.append(List.of(FIRST));
            first = journal.sizeBytes();
            journal.append(List.of(FIRST, SECOND));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int kept = (int) first; kept < whole.length; kept += 7) {
            Files.write(file(), Arrays.copyOf(whole, kept));
            assertThat(reopened()).hasSize(1);
        }
        try (Journal journal = Journal.open(file())) {
            journal.append(List.of(SECOND));
        }
        assertThat(reopened()).hasSize(2);
    }

    @Test
    void garbageAtTheEndIsNotRead() throws IOException {
        try (Journal journal = Journal.open(file())) {
            journal.append(List.of(FIRST));
        }
        Files.write(file(), new byte[4096], StandardOpenOption.APPEND); // what a crash leaves on some file systems

        assertThat(reopened()).hasSize(1);
    }

    @Test
    void aGroupWhoseBytesHaveChangedEndsTheReading() throws IOException {
        try (Journal journal = Journal.open(file())) {
            journal.append(List.of(FIRST));
            journal.append(List.of(SECOND));
        }
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 3] ^= 1;
        Files.write(file(), bytes);

        assertThat(reopened()).hasSize(1);
    }

    @Test
    void whatIsCutBackOrClearedIsGone() throws IOException {
        try (Journal journal = Journal.open(file())) {
            journal.append(List.of(FIRST));
            long mark = journal.sizeBytes();
            journal.append(List.of(SECOND));
            journal.cutBack(mark);
        }
        assertThat(reopened()).hasSize(1);

        try (Journal journal = Journal.open(file())) {
            journal.clear();
            assertThat(journal.sizeBytes()).isZero();
        }
        assertThat(reopened()).isEmpty();
    }
}
