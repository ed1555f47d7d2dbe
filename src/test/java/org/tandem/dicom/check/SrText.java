package org.tandem.dicom.check;

import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/**
 * Content of a structured report from lines as {@code " CONTAINS CODE DCM:121071 Finding = SCT:27925004 Nodule"}: two
 * spaces for each level; relationship, value type, concept ("-" for none), its meaning, value.
 */
final class SrText {

    private static final int INDENT = 2;

    private SrText() {}

    static DataSet of(String sopClass, List<String> lines) {
        int[] next = {0};
        DataSetBuilder root = item(lines, next, 0);
        return root.putUid(Tag.SOP_CLASS_UID, new Uid(sopClass)).build();
    }

    static int depth(String line) {
        return (line.length() - line.stripLeading().length()) / INDENT;
    }

    /** The lines without the one at this index and those below it. */
    static List<String> without(List<String> lines, int index) {
        List<String> rest = new ArrayList<>(lines.subList(0, index));
        int next = index + 1;
        while (next < lines.size() && depth(lines.get(next)) > depth(lines.get(index))) {
            next++;
        }
        rest.addAll(lines.subList(next, lines.size()));
        return rest;
    }

    private static DataSetBuilder item(List<String> lines, int[] next, int depth) {
        DataSetBuilder item = fields(lines.get(next[0]++).strip(), depth);
        List<DataSet> children = new ArrayList<>();
        while (next[0] < lines.size() && depth(lines.get(next[0])) > depth) {
            children.add(item(lines, next, depth + 1).build());
        }
        return children.isEmpty() ? item : item.putItems(ContentItem.CONTENT_SEQUENCE, children);
    }

    private static DataSetBuilder fields(String line, int depth) {
        String[] sides = line.split(" = ", 2);
        DataSetBuilder item = DataSet.builder();
        String rest = sides[0];
        if (depth > 0) {
            String relationship = List.of(
                            "CONTAINS",
                            "HAS CONCEPT MOD",
                            "HAS OBS CONTEXT",
                            "HAS ACQ CONTEXT",
                            "SELECTED FROM",
                            "HAS PROPERTIES",
                            "INFERRED FROM")
                    .stream()
                    .filter(line::startsWith)
                    .findFirst()
                    .orElseThrow();
            item.putText(Tag.of(0x0040, 0xA010), VR.CS, relationship);
            rest = rest.substring(relationship.length() + 1);
        }
        String[] words = rest.split(" ", 3);
        item.putText(Tag.of(0x0040, 0xA040), VR.CS, words[0]);
        if (!words[1].equals("-")) {
            item.putItems(Tag.of(0x0040, 0xA043), code(words[1], words[2]));
        }
        if (sides.length == 2) {
            value(item, words[0], sides[1]);
        }
        return item;
    }

    private static void value(DataSetBuilder item, String type, String value) {
        switch (type) {
            case "CONTAINER" ->
                item.putItems(
                        Tag.of(0x0040, 0xA504),
                        DataSet.builder()
                                .putText(Tag.of(0x0008, 0x0105), VR.CS, "DCMR")
                                .putText(Tag.of(0x0040, 0xDB00), VR.CS, value)
                                .build());
            case "CODE" -> item.putItems(Tag.of(0x0040, 0xA168), code(value.split(" ", 2)[0], value.split(" ", 2)[1]));
            case "NUM" ->
                item.putItems(
                        Tag.of(0x0040, 0xA300),
                        DataSet.builder()
                                .putText(Tag.of(0x0040, 0xA30A), VR.DS, value.split(" ", 2)[0])
                                .putItems(Tag.of(0x0040, 0x08EA), code("UCUM:" + value.split(" ", 2)[1], "unit"))
                                .build());
            case "UIDREF" -> item.putText(Tag.of(0x0040, 0xA124), VR.UI, value);
            default -> item.putText(Tag.of(0x0040, 0xA160), VR.UT, value);
        }
    }

    private static DataSet code(String code, String meaning) {
        return DataSet.builder()
                .putText(Tag.CODE_VALUE, VR.SH, code.split(":", 2)[1])
                .putText(Tag.CODING_SCHEME_DESIGNATOR, VR.SH, code.split(":", 2)[0])
                .putText(Tag.CODE_MEANING, VR.LO, meaning)
                .build();
    }
}
