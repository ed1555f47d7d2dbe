package org.tandem.dicom;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes data sets as text for people, one element a line: tag, VR, value (cut where it is long), then length in bytes,
 * number of values and keyword. Items and fragments are indented. Shows patients' data: for people who asked for them,
 * never for a log.
 */
public final class DataSetDump {

    private static final int VALUE_COLUMNS = 42;

    private final Appendable out;

    private DataSetDump(Appendable out) {
        this.out = out;
    }

    /** File Meta Information, data set, and what was odd in the file. */
    public static void dump(DicomFile file, Appendable out) throws IOException {
        out.append("# File Meta Information\n");
        dump(file.fileMeta(), out);
        out.append("\n# Data set, ").append(file.syntax().name()).append('\n');
        dump(file.dataSet(), out);
        if (!file.warnings().isEmpty()) {
            out.append("\n# Read in spite of\n");
            for (ReadWarning warning : file.warnings()) {
                out.append("# ").append(warning.toString()).append('\n');
            }
        }
    }

    /** The elements of a data set. */
    public static void dump(DataSet dataSet, Appendable out) throws IOException {
        new DataSetDump(out).elements(dataSet, "");
    }

    private void elements(DataSet dataSet, String indent) throws IOException {
        for (Element element : dataSet.elements()) {
            element(dataSet, element, indent);
        }
    }

    private void element(DataSet dataSet, Element element, String indent) throws IOException {
        String what = indent + Tag.format(element.tag()) + " " + element.vr() + " ";
        if (element.value() instanceof Value.Items sequence) {
            line(what + "(" + count(sequence.items().size(), "item") + ")", keyword(dataSet, element));
            int number = 1;
            for (DataSet item : sequence.items()) {
                line(indent + "  " + Tag.format(Tag.ITEM), "Item " + number++);
                elements(item, indent + "    ");
            }
        } else if (element.value() instanceof Value.Fragments fragments) {
            fragments(dataSet, element, fragments, what, indent);
        } else {
            String about = String.format(
                    Locale.ROOT,
                    "%d, %d %s",
                    ValueStreams.lengthBytes(element.value()),
                    ValueText.multiplicity(dataSet, element),
                    keyword(dataSet, element));
            line(what + ValueText.of(dataSet, element), about);
        }
    }

    private void fragments(DataSet dataSet, Element element, Value.Fragments fragments, String what, String indent)
            throws IOException {
        List<Value> all = fragments.offsetTableAndFragments();
        line(
                what + "(" + count(Math.max(0, all.size() - 1), "fragment") + ")",
                ValueStreams.lengthBytes(fragments) + ", " + keyword(dataSet, element));
        for (int i = 0; i < all.size(); i++) {
            String name = i == 0 ? "Basic Offset Table" : "Fragment " + i;
            line(
                    indent + "  " + Tag.format(Tag.ITEM) + " " + ValueText.hex(all.get(i)),
                    ValueStreams.lengthBytes(all.get(i)) + ", " + name);
        }
    }

    /** The keyword, or for a private element the creator that reserved its block. */
    private static String keyword(DataSet dataSet, Element element) {
        String keyword = Dictionary.keyword(element.tag());
        if (!keyword.isEmpty()) {
            return keyword;
        }
        return dataSet.privateCreator(element.tag())
                .map(creator -> "Private (" + creator.replaceAll("\\p{Cntrl}", "·") + ")")
                .orElse(Dictionary.name(element.tag()));
    }

    private void line(String left, String right) throws IOException {
        out.append(left);
        for (int column = left.length(); column < VALUE_COLUMNS + 14; column++) {
            out.append(' ');
        }
        out.append(" # ").append(right).append('\n');
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
