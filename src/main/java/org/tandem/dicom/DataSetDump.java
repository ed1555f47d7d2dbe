package org.tandem.dicom;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes data sets as text for people, one element a line, much as dcmdump does: tag, VR, value (cut where it is long),
 * then length in bytes, number of values and keyword. Items and fragments are indented. Shows patients' data: for
 * people who asked for them, never for a log.
 */
public final class DataSetDump {

    private static final int VALUE_COLUMNS = 42;

    private final DumpOptions options;
    private final Appendable out;

    private DataSetDump(DumpOptions options, Appendable out) {
        this.options = options;
        this.out = out;
    }

    /** File Meta Information and data set; what was odd in the file is left to the caller. */
    public static void dump(DicomFile file, DumpOptions options, Appendable out) throws IOException {
        if (!options.tags().isEmpty()) {
            dump(file.fileMeta(), options, out);
            dump(file.dataSet(), options, out);
            return;
        }
        out.append("# File Meta Information\n");
        dump(file.fileMeta(), options, out);
        out.append("\n# Data set, ").append(file.syntax().name()).append('\n');
        dump(file.dataSet(), options, out);
    }

    /** The elements of a data set. */
    public static void dump(DataSet dataSet, DumpOptions options, Appendable out) throws IOException {
        new DataSetDump(options, out).elements(dataSet, "", "");
    }

    /** The elements, indented; where only some are shown, behind the path of sequences and items to them. */
    private void elements(DataSet dataSet, String indent, String path) throws IOException {
        boolean all = options.tags().isEmpty();
        for (Element element : dataSet.elements()) {
            boolean shown = options.shows(element.tag());
            String before = all ? indent : path;
            if (element.value() instanceof Value.Items sequence) {
                sequence(dataSet, element, sequence, before, shown);
            } else if (shown && element.value() instanceof Value.Fragments fragments) {
                fragments(dataSet, element, fragments, before);
            } else if (shown) {
                line(dataSet, element, before);
            }
        }
    }

    private void line(DataSet dataSet, Element element, String before) throws IOException {
        int written = begin(before + Tag.format(element.tag()) + " " + element.vr() + " ");
        written += ValueText.of(dataSet, element).write(options.wholeValues(), out);
        end(
                written,
                String.format(
                        Locale.ROOT,
                        "%d, %d %s",
                        ValueStreams.lengthBytes(element.value()),
                        ValueText.multiplicity(dataSet, element),
                        keyword(dataSet, element)));
    }

    private void sequence(DataSet dataSet, Element element, Value.Items sequence, String before, boolean shown)
            throws IOException {
        boolean all = options.tags().isEmpty();
        int count = sequence.items().size();
        if (shown) {
            String what = before + Tag.format(element.tag()) + " SQ (" + count(count, "item") + ")";
            end(begin(what), keyword(dataSet, element));
        }
        for (int i = 0; i < count; i++) {
            if (all) {
                end(begin(before + "  " + Tag.format(Tag.ITEM)), "Item " + (i + 1));
            }
            String path = before + Tag.format(element.tag()) + "[" + (i + 1) + "].";
            elements(sequence.items().get(i), before + "    ", path);
        }
    }

    private void fragments(DataSet dataSet, Element element, Value.Fragments fragments, String before)
            throws IOException {
        List<Value> all = fragments.offsetTableAndFragments();
        String count = count(Math.max(0, all.size() - 1), "fragment");
        end(
                begin(before + Tag.format(element.tag()) + " " + element.vr() + " (" + count + ")"),
                ValueStreams.lengthBytes(fragments) + ", " + keyword(dataSet, element));
        for (int i = 0; i < all.size(); i++) {
            int written = begin(before + "  " + Tag.format(Tag.ITEM) + " ");
            Element bytes = new Element(Tag.ITEM, VR.OB, all.get(i));
            written += ValueText.of(dataSet, bytes).write(options.wholeValues(), out);
            end(
                    written,
                    ValueStreams.lengthBytes(all.get(i)) + ", " + (i == 0 ? "Basic Offset Table" : "Fragment " + i));
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

    private int begin(String left) throws IOException {
        out.append(left);
        return left.length();
    }

    private void end(int written, String right) throws IOException {
        for (int column = written; column < VALUE_COLUMNS + 14; column++) {
            out.append(' ');
        }
        out.append(" # ").append(right).append('\n');
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
