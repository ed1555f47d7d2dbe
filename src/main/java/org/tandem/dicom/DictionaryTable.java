package org.tandem.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry in memory: plain tags found by bisection, repeating groups by mask. */
final class DictionaryTable {

    /** A repeating row: {@code (tag & mask) == pattern} for all of its tags. */
    private record Repeating(int mask, int pattern, DictionaryEntry entry) {}

    private final int[] tags;
    private final DictionaryEntry[] entries;
    private final List<Repeating> repeating;
    private final Map<String, Integer> tagsByKeyword = new HashMap<>();

    private DictionaryTable(List<DictionaryEntry> plain, List<Repeating> repeating) {
        this.repeating = List.copyOf(repeating);
        entries = plain.toArray(DictionaryEntry[]::new);
        // Signed order, so that bisection needs no unsigned comparison.
        Arrays.sort(entries, (a, b) -> Integer.compare(a.tag(), b.tag()));
        tags = Arrays.stream(entries).mapToInt(DictionaryEntry::tag).toArray();
        repeating.forEach(
                row -> tagsByKeyword.put(row.entry().keyword(), row.entry().tag()));
        plain.forEach(entry -> tagsByKeyword.put(entry.keyword(), entry.tag()));
    }

    static DictionaryTable load(String resource) {
        List<DictionaryEntry> plain = new ArrayList<>();
        List<Repeating> repeating = new ArrayList<>();
        for (String[] row : StandardTable.rows(resource, 6)) {
            DictionaryEntry entry = entry(row);
            if (row[0].indexOf('x') < 0) {
                plain.add(entry);
            } else {
                repeating.add(new Repeating(mask(row[0]), entry.tag(), entry));
            }
        }
        return new DictionaryTable(plain, repeating);
    }

    @Nullable
    DictionaryEntry find(int tag) {
        int index = Arrays.binarySearch(tags, tag);
        return index >= 0 ? entries[index] : findRepeating(tag);
    }

    @Nullable
    Integer tag(String keyword) {
        return tagsByKeyword.get(keyword);
    }

    private @Nullable DictionaryEntry findRepeating(int tag) {
        if (Tag.isPrivate(tag) || !mayRepeat(Tag.group(tag))) {
            return null;
        }
        for (Repeating row : repeating) {
            if ((tag & row.mask()) == row.pattern()) {
                return row.entry();
            }
        }
        return null;
    }

    /** Spares most tags the search: only these groups hold repeating elements (PS3.5 7.6, PS3.6 6). */
    private static boolean mayRepeat(int group) {
        return switch (group & 0xFF00) {
            case 0x5000, 0x6000, 0x7F00 -> true;
            default -> group == 0x0020 || group == 0x0028 || group == 0x1000 || group == 0x1010;
        };
    }

    private static DictionaryEntry entry(String[] row) {
        int tag = Integer.parseUnsignedInt(row[0].replace('x', '0'), 16);
        List<VR> vrs = row[1].equals("NONE")
                ? List.of()
                : Arrays.stream(row[1].split(" or ", -1)).map(VR::valueOf).toList();
        return new DictionaryEntry(tag, vrs, row[2], row[3], row[4], !row[5].isEmpty());
    }

    private static int mask(String tag) {
        StringBuilder mask = new StringBuilder();
        tag.chars().forEach(digit -> mask.append(digit == 'x' ? '0' : 'F'));
        return Integer.parseUnsignedInt(mask.toString(), 16);
    }
}
