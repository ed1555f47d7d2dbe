package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Value;

/**
 * Holds a result to a text dump that a person has read. What came out instead is written to {@code target/golden}; copy
 * it over the resource once it has been read.
 */
public final class Golden {

    private Golden() {}

    public static void compare(DataSet dataSet, String name) throws IOException {
        String actual = dump(dataSet);
        Path written = Path.of("target", "golden", name);
        Files.createDirectories(written.getParent());
        Files.writeString(written, actual);
        try (InputStream expected = Golden.class.getResourceAsStream(name)) {
            assertThat(expected)
                    .as("resource %s beside this class; see %s", name, written)
                    .isNotNull();
            assertThat(actual).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String dump(DataSet dataSet) {
        StringBuilder out = new StringBuilder();
        dump(dataSet, "", out);
        return out.toString();
    }

    private static void dump(DataSet dataSet, String indent, StringBuilder out) {
        for (Element element : dataSet.elements()) {
            int tag = element.tag();
            out.append(indent)
                    .append(Tag.format(tag))
                    .append(' ')
                    .append(element.vr())
                    .append(' ');
            out.append(Dictionary.keyword(tag));
            if (isCode(dataSet, tag)) {
                out.append(" = ").append(code(dataSet.items(tag).get(0))).append('\n');
            } else if (element.value() instanceof Value.Items) {
                out.append('\n');
                for (DataSet item : dataSet.items(tag)) {
                    out.append(indent).append("  item\n");
                    dump(item, indent + "    ", out);
                }
            } else {
                out.append(" = ").append(value(dataSet, element)).append('\n');
            }
        }
    }

    private static boolean isCode(DataSet dataSet, int tag) {
        return dataSet.items(tag).size() == 1
                && dataSet.items(tag).get(0).contains(Tag.CODE_VALUE)
                && dataSet.items(tag).get(0).elements().size() == 3;
    }

    private static String code(DataSet item) {
        return "(" + item.requireString(Tag.CODE_VALUE) + "," + item.requireString(Tag.CODING_SCHEME_DESIGNATOR) + ",\""
                + item.requireString(Tag.CODE_MEANING) + "\")";
    }

    private static String value(DataSet dataSet, Element element) {
        if (element.vr().isText()) {
            return String.join("\\", dataSet.strings(element.tag()));
        }
        return switch (element.vr()) {
            case US, UL -> {
                StringBuilder numbers = new StringBuilder();
                for (int number : dataSet.integers(element.tag())) {
                    numbers.append(numbers.isEmpty() ? "" : "\\").append(number);
                }
                yield numbers.toString();
            }
            case AT -> Tag.format(dataSet.requireInteger(element.tag()));
            default -> HexFormat.of().formatHex(dataSet.bytes(element.tag()));
        };
    }
}
