package org.tandem.codec.jpeg2000;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The codes that tell, of a quad of four samples, which are significant and what is known of their exponents (15444-15
 * Annex C), looked up by context and the next seven bits.
 */
final class HtCodes {

    /** Longest code. */
    static final int BITS = 7;

    private static final int CONTEXTS = 8;
    private static final String RESOURCE = "ht-vlc.tsv";
    private static final int[][] TABLES = load();

    private HtCodes() {}

    /** By context &lt;&lt; 7 | the next bits, the first one lowest; not copied. Taken apart by the methods below. */
    static int[] firstLine() {
        return TABLES[0];
    }

    static int[] otherLines() {
        return TABLES[1];
    }

    /** Bits of the code; 0 where no code is. */
    static int length(int entry) {
        return entry & 0x7;
    }

    /** Significance of the samples: bit 0 left upper, 1 left lower, 2 right upper, 3 right lower. */
    static int rho(int entry) {
        return entry >> 4 & 0xF;
    }

    /** Whether the exponent bound is told: u_off. */
    static int offset(int entry) {
        return entry >> 3 & 1;
    }

    /** Samples whose top exponent bit is known: e_k. */
    static int known(int entry) {
        return entry >> 8 & 0xF;
    }

    /** What that bit is: e_1. */
    static int ones(int entry) {
        return entry >> 12 & 0xF;
    }

    private static int[][] load() {
        int[][] tables = new int[2][CONTEXTS << BITS];
        try (InputStream in = Objects.requireNonNull(HtCodes.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> enter(line, tables));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return tables;
    }

    private static void enter(String line, int[][] tables) {
        int[] row = Stream.of(line.split("\t")).mapToInt(Integer::parseInt).toArray();
        int length = row[7];
        int entry = length | row[3] << 3 | row[2] << 4 | row[4] << 8 | row[5] << 12;
        for (int rest = 0; rest < 1 << BITS - length; rest++) {
            tables[row[0]][row[1] << BITS | rest << length | row[6]] = entry;
        }
    }
}
