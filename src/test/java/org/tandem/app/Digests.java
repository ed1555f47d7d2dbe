package org.tandem.app;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** SHA-256 of what stands in Part 10 files behind their meta information, read without the reader under test. */
final class Digests {

    /** Preamble, prefix, and the head of (0002,0000) UL, whose value follows. */
    private static final int BEFORE_GROUP_LENGTH = 128 + 4 + 8;

    private static final int BUFFER_BYTES = 1 << 20;

    private Digests() {}

    /** Of all bytes of the data set; what is in memory does not depend on their number. */
    static String ofDataSet(Path file) throws IOException {
        return digest(file, in -> in);
    }

    /** Of a data set in Deflated Explicit VR Little Endian (PS3.5 A.5): of what was deflated, as streams may differ. */
    static String ofInflatedDataSet(Path file) throws IOException {
        return digest(file, in -> new InflaterInputStream(in, new Inflater(true)));
    }

    private static String digest(Path file, UnaryOperator<InputStream> decoding) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            DataInputStream head = new DataInputStream(in);
            head.skipNBytes(BEFORE_GROUP_LENGTH);
            head.skipNBytes(Integer.reverseBytes(head.readInt()));
            try (DigestInputStream rest = new DigestInputStream(decoding.apply(in), digest)) {
                rest.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
