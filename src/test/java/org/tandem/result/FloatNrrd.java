package org.tandem.result;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads the values of an NRRD file of 32-bit floating point, little endian, raw or gzip, as ITK writes it. */
final class FloatNrrd {

    private FloatNrrd() {}

    static float[] read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n") + 2;
        String header = text.substring(0, end);
        if (!field(header, "type").equals("float") || !field(header, "endian").equals("little")) {
            throw new IOException(file + ": expected little-endian floating point, got " + header);
        }
        InputStream data = new ByteArrayInputStream(bytes, end, bytes.length - end);
        byte[] raw = (field(header, "encoding").equals("gzip") ? new GZIPInputStream(data) : data).readAllBytes();
        FloatBuffer values = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] voxels = new float[values.remaining()];
        values.get(voxels);
        return voxels;
    }

    private static String field(String header, String name) {
        return new BufferedReader(new StringReader(header))
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst()
                .orElse("");
    }
}
