package org.tandem.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;

/** Files that a command was given: files as they are, folders with all that lies in them. */
final class DicomPaths {

    private static final int PREAMBLE_BYTES = 128;
    private static final String PREFIX = "DICM";

    private DicomPaths() {}

    /** The files in the order of their names; refuses a path that is not there. */
    static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new TandemException(
                        TandemException.Kind.REFUSE, path + ": got nothing there, expected a file or a folder");
            }
            try (Stream<Path> below = Files.walk(path)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /**
     * The files to send: those named, and of those in folders the DICOM files. What else lies in folders is handed to
     * the second list.
     */
    static List<Path> toSend(List<Path> paths, List<Path> others) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : files(List.of(path))) {
                boolean send = file.equals(path) || hasPrefix(file);
                (send ? files : others).add(file);
            }
        }
        return files;
    }

    /** Whether "DICM" follows 128 bytes (PS3.10 7.1). */
    private static boolean hasPrefix(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(PREAMBLE_BYTES + PREFIX.length());
            return new String(head, StandardCharsets.ISO_8859_1).indexOf(PREFIX, PREAMBLE_BYTES) == PREAMBLE_BYTES;
        }
    }

    /** The DICOM files that name a series, by series; other files are handed to the second list. */
    static Map<Uid, List<Path>> bySeries(List<Path> files, List<Path> others) {
        Map<Uid, List<Path>> series = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                Uid uid = DicomFileReader.readHeader(file).dataSet().requireUid(Tag.SERIES_INSTANCE_UID);
                series.computeIfAbsent(uid, u -> new ArrayList<>()).add(file);
            } catch (TandemException e) {
                others.add(file);
            }
        }
        return series;
    }
}
