package org.tandem.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tandem.dicom.Uid;

/**
 * The folder in which received bytes lie: {@code incoming} while they come, {@code instances} for good,
 * {@code conflicts} for a second content of one UID, {@code quarantine} for what cannot be read, {@code journal}. One
 * process at a time.
 *
 * <p>A file's content never changes after it was moved out of {@code incoming}. Thread-safe.
 */
public final class Spool implements AutoCloseable {

    static final String INCOMING = "incoming";
    static final String INSTANCES = "instances";
    static final String CONFLICTS = "conflicts";
    static final String QUARANTINE = "quarantine";
    static final String JOURNAL = "journal";

    private final Path root;
    private final long reserveBytes;
    private final FileStore fileStore;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final AtomicLong lastPart = new AtomicLong();
    private final Set<Path> knownFolders = ConcurrentHashMap.newKeySet();

    private Spool(IngestOptions options, FileChannel lockFile, FileLock lock) throws IOException {
        this.root = options.spool();
        this.reserveBytes = options.reserveBytes();
        this.fileStore = Files.getFileStore(root);
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Makes the folders that are missing and takes the spool for this process. */
    public static Spool open(IngestOptions options) {
        Path root = options.spool();
        try {
            makeRoot(root);
            for (String folder : new String[] {INCOMING, INSTANCES, CONFLICTS, QUARANTINE, JOURNAL}) {
                Files.createDirectories(root.resolve(folder));
            }
            force(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Spool(options, lockFile, lock(root, lockFile));
        } catch (IOException e) {
            throw new SpoolException("Spool cannot be opened in " + root + ": " + reason(e), e);
        }
    }

    /** Images identify patients: a root that is made here is for the owner of the process only. */
    private static void makeRoot(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            return;
        }
        Files.createDirectories(root);
        if (Files.getFileStore(root).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileLock lock(Path root, FileChannel lockFile) throws IOException {
        FileLock lock = null;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer as for another one
        }
        if (lock == null) {
            lockFile.close();
            throw new SpoolException("Spool " + root + " is in use by another node, expected one node for each spool");
        }
        return lock;
    }

    public Path root() {
        return root;
    }

    /** The file at a path that a row gives; refuses a path that leads out of the spool. */
    public Path resolve(String relative) {
        Path file = root.resolve(relative).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new SpoolException("Path leads out of the spool: " + relative);
        }
        return file;
    }

    Path folder(String name) {
        return root.resolve(name);
    }

    Path journalFile() {
        return folder(JOURNAL).resolve("journal");
    }

    CleanMark cleanMark() {
        return new CleanMark(folder(JOURNAL).resolve("clean"));
    }

    /** Where unreadable bytes that came now are kept. */
    Path quarantinePath(Instant now, Path part) {
        return folder(QUARANTINE).resolve(now.toEpochMilli() + "-" + part.getFileName() + ".dcm");
    }

    String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** A path of no file yet, for bytes that are about to come. */
    Path newPart() {
        return root.resolve(INCOMING).resolve(lastPart.incrementAndGet() + ".part");
    }

    /**
     * Where an instance lies: the folder follows from the series' UID, so that a series is read from one folder and a
     * group of instances forces few; 65,536 folders keep each small.
     */
    static String pathOf(InstanceIdentity identity) {
        String hash = hashOf(identity.series());
        return INSTANCES + "/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + identity.sopInstance()
                + ".dcm";
    }

    /** Where another content of an instance's UID lies. */
    static String conflictPathOf(Uid sopInstance, Sha256 digest) {
        return CONFLICTS + "/" + sopInstance + "-" + digest.hex().substring(0, 16) + ".dcm";
    }

    private static String hashOf(Uid uid) {
        var digest = Sha256.newDigest();
        digest.update(uid.value().getBytes(StandardCharsets.US_ASCII));
        return Sha256.of(digest).hex();
    }

    /** Moves a file atomically, over what is there; the folder of the target must be forced by the caller. */
    void move(Path from, Path to) throws IOException {
        makeFolder(folderOf(to));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private void makeFolder(Path folder) throws IOException {
        if (knownFolders.contains(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            makeFolder(folderOf(folder));
            Files.createDirectories(folder);
            force(folderOf(folder));
        }
        knownFolders.add(folder);
    }

    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "file in no folder");
    }

    /** Forces the entries of a folder to the disk. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Refuses while less than the reserve is free. */
    void requireSpace() {
        long free;
        try {
            free = fileStore.getUsableSpace();
        } catch (IOException e) {
            throw new SpoolException("Free space of " + root + " is not known: " + reason(e), e);
        }
        if (free <= reserveBytes) {
            throw new SpoolException(
                    "Disk of " + root + " is full: " + free + " bytes free, " + reserveBytes + " kept in reserve");
        }
    }

    /** Number of objects kept because they could not be read. */
    int quarantined() {
        try (var files = Files.list(root.resolve(QUARANTINE))) {
            return (int) files.filter(f -> f.toString().endsWith(".dcm")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new SpoolException("Spool " + root + " could not be released: " + reason(e), e);
        }
    }
}
