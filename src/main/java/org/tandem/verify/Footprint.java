package org.tandem.verify;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory that this process holds.
 *
 * @param heapBytes used of Java's heap, garbage included
 * @param residentBytes most that the whole process held so far, TensorFlow's natives included; Linux only
 */
public record Footprint(long heapBytes, OptionalLong residentBytes) {

    /** High water mark of the resident set, in KiB: proc(5). */
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private static final double MIB = 1 << 20;

    /** As it is now. */
    public static Footprint now() {
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Footprint(heap, resident(Path.of("/proc/self/status")));
    }

    private static OptionalLong resident(Path status) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(status));
            return peak.find() ? OptionalLong.of(Long.parseLong(peak.group(1)) * 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // not Linux
        }
    }

    /** As in {@code heap 35 MiB, resident 812 MiB at most}. */
    @Override
    public String toString() {
        String heap = String.format(Locale.ROOT, "heap %.0f MiB", heapBytes / MIB);
        return residentBytes.isEmpty()
                ? heap
                : heap + String.format(Locale.ROOT, ", resident %.0f MiB at most", residentBytes.getAsLong() / MIB);
    }
}
