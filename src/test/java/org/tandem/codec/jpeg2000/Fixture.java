package org.tandem.codec.jpeg2000;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.tandem.codec.frame.FrameShape;

/** A codestream of test-dicom/generate/jpeg2000.py, with what its judge made of it. */
record Fixture(String name, FrameShape shape, int bits, boolean signed, int tolerance, String digest) {

    static List<Fixture> all() {
        return new String(resource("fixtures.tsv"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> of(line.split("\t")))
                .toList();
    }

    static Fixture named(String name) {
        return all().stream()
                .filter(fixture -> fixture.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Fixture of(String[] cells) {
        FrameShape shape =
                new FrameShape(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
        return new Fixture(
                cells[0],
                shape,
                Integer.parseInt(cells[4]),
                Boolean.parseBoolean(cells[5]),
                Integer.parseInt(cells[6]),
                cells[7]);
    }

    byte[] codestream() {
        return resource(name + ".j2k");
    }

    boolean isLossless() {
        return tolerance == 0;
    }

    /** The judge's samples, of a lossy codestream. */
    int[] judged() {
        ByteBuffer in = ByteBuffer.wrap(resource(name + ".bin")).order(ByteOrder.LITTLE_ENDIAN);
        int[] samples = new int[in.remaining() / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = in.getShort();
        }
        return samples;
    }

    static String digest(int[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(samples);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String file) {
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
