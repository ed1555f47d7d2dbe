package org.tandem.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.TandemException;

/**
 * The digests that were published with a model: its file SHA256SUMS, as {@code sha256sum} writes and checks it. A file
 * of the network that is not listed counts as a difference, so that nothing can be slipped in.
 */
final class PublishedDigests {

    private static final String FILE = "SHA256SUMS";

    /** 64 hexadecimal digits, a space, a space or an asterisk, the path. */
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final Map<Path, String> digests;

    private PublishedDigests(Path folder, Map<Path, String> digests) {
        this.folder = folder;
        this.digests = digests;
    }

    /** Reads the digests of a model's folder; none if it has no such file. */
    static PublishedDigests of(Path folder) {
        Path file = folder.resolve(FILE);
        Map<Path, String> digests = new TreeMap<>();
        if (Files.exists(file)) {
            lines(file).filter(line -> !line.isBlank()).forEach(line -> {
                Matcher matcher = LINE.matcher(line);
                if (!matcher.matches()) {
                    throw refused(file + ": got \"" + line + "\", expected lines of sha256sum", null);
                }
                digests.put(Path.of(matcher.group(2)).normalize(), matcher.group(1));
            });
        }
        return new PublishedDigests(folder, digests);
    }

    /** What differs among the files of these paths (relative to the folder), a sentence each. */
    List<String> differences(Predicate<Path> which) {
        List<String> differences = new ArrayList<>();
        if (digests.isEmpty()) {
            return differences;
        }
        digests.keySet().stream().filter(which).forEach(path -> compare(path, differences));
        Set<Path> unlisted = networkFiles();
        unlisted.removeAll(digests.keySet());
        unlisted.stream()
                .filter(which)
                .forEach(path -> differences.add(path + ": got a file that " + FILE + " does not list"));
        return differences;
    }

    private void compare(Path path, List<String> differences) {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            differences.add(path + ": got no file, expected one of sha256 " + digests.get(path));
            return;
        }
        String digest = sha256(file);
        if (!digest.equals(digests.get(path))) {
            differences.add(path + ": got sha256 " + digest + ", expected " + digests.get(path));
        }
    }

    /** Of all SavedModels: an ensemble may have several. */
    private Set<Path> networkFiles() {
        Set<Path> files = new TreeSet<>();
        try (Stream<Path> paths = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
            paths.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(path -> path.toString().startsWith("saved_model"))
                    .forEach(files::add);
        } catch (IOException e) {
            throw refused("Folder " + folder + " cannot be listed", e);
        }
        return files;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw refused(file + " cannot be read", e);
        }
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (digesting.read(buffer) >= 0) {
                // the stream computes the digest as it is read
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw refused(file + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static TandemException refused(String message, @Nullable Exception cause) {
        return new TandemException(TandemException.Kind.REFUSE, message, cause);
    }
}
