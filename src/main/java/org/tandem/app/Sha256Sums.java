package org.tandem.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tandem.dicom.TandemException;

/** Checks files against a list in the format of the program sha256sum. */
final class Sha256Sums {

    private Sha256Sums() {}

    /** Checks every file that SHA256SUMS in the folder names; answers how many, 0 if there is no list. */
    static int check(Path folder) {
        Path list = folder.resolve("SHA256SUMS");
        if (!Files.exists(list)) {
            return 0;
        }
        try {
            List<String> lines =
                    Files.readAllLines(list).stream().filter(l -> !l.isBlank()).toList();
            for (String line : lines) {
                String[] parts = line.strip().split("\\s+[* ]?", 2);
                check(folder.resolve(parts[1]), parts[0]);
            }
            return lines.size();
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.REFUSE, "Files of " + list + " cannot be read: " + e, e);
        }
    }

    private static void check(Path file, String expected) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String got = HexFormat.of().formatHex(digest.digest());
        if (!got.equals(expected)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, file + ": got SHA-256 " + got + ", expected " + expected);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new TandemException(TandemException.Kind.BUG, "Every Java platform has SHA-256", e);
        }
    }
}
