package org.tandem.dicom.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.StandardTable;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/** Looks for the attributes of Type 1 and 2 (PS3.5 7.4) of the mandatory modules of an object's IOD (PS3.3). */
final class ModuleCheck {

    /** An attribute that must be there: the tags of the sequences around it, then its own. */
    private record Attribute(String section, List<Integer> path, boolean needsValue) {}

    private record Iod(String name, List<String> modules) {}

    private static final Map<String, List<Attribute>> MODULES = modules();
    private static final Map<Uid, Iod> IODS = iods();

    private ModuleCheck() {}

    static void check(DataSet dataSet, CheckNotes notes) {
        Uid sopClass = dataSet.uid(Tag.SOP_CLASS_UID).orElse(null);
        Iod iod = sopClass == null ? null : IODS.get(sopClass);
        if (iod == null) {
            String what = "names no IOD of the tables, so modules are not checked";
            notes.add(CheckFinding.Severity.WARNING, Tag.format(Tag.SOP_CLASS_UID), -1, what, "PS3.3 A.1");
            return;
        }
        if (iod.modules().contains("image-pixel") && !hasPixels(dataSet)) {
            notes.missing(Place.ROOT, Tag.PIXEL_DATA, "is missing in an object of IOD " + iod.name(), "PS3.3 C.7.6.3");
        }
        Set<String> seen = new HashSet<>(); // several modules ask for the same
        for (String module : iod.modules()) {
            for (Attribute attribute : MODULES.getOrDefault(module, List.of())) {
                if (seen.add(attribute.path().toString() + attribute.needsValue())) {
                    check(dataSet, attribute, 0, Place.ROOT, notes);
                }
            }
        }
    }

    private static boolean hasPixels(DataSet dataSet) {
        return dataSet.hasValue(Tag.PIXEL_DATA)
                || dataSet.hasValue(Tag.FLOAT_PIXEL_DATA)
                || dataSet.hasValue(Tag.DOUBLE_FLOAT_PIXEL_DATA)
                || dataSet.hasValue(Tag.of(0x0028, 0x7FE0)); // Pixel Data Provider URL
    }

    private static void check(DataSet dataSet, Attribute attribute, int depth, Place place, CheckNotes notes) {
        int tag = attribute.path().get(depth);
        if (depth < attribute.path().size() - 1) {
            int number = 1;
            for (DataSet item : dataSet.items(tag)) {
                check(item, attribute, depth + 1, place.item(tag, number++), notes);
            }
        } else if (!dataSet.contains(tag)) {
            notes.missing(place, tag, "is missing, Type " + (attribute.needsValue() ? 1 : 2), attribute.section());
        } else if (attribute.needsValue() && !dataSet.hasValue(tag)) {
            notes.missing(place, tag, "is empty, Type 1", attribute.section());
        }
    }

    private static Map<String, List<Attribute>> modules() {
        Map<String, List<Attribute>> modules = new HashMap<>();
        for (String[] row : StandardTable.rows("check/modules.tsv", 4)) {
            List<Integer> path = Arrays.stream(row[2].split("/", -1))
                    .map(tag -> Integer.parseUnsignedInt(tag, 16))
                    .toList();
            String section = "PS3.3 " + (row[1].isEmpty() ? "module " + row[0] : row[1]);
            modules.computeIfAbsent(row[0], name -> new ArrayList<>())
                    .add(new Attribute(section, path, row[3].equals("1")));
        }
        return modules;
    }

    private static Map<Uid, Iod> iods() {
        Map<Uid, Iod> iods = new HashMap<>();
        for (String[] row : StandardTable.rows("check/iods.tsv", 3)) {
            iods.put(new Uid(row[0]), new Iod(row[1], List.of(row[2].split(" ", -1))));
        }
        return iods;
    }
}
