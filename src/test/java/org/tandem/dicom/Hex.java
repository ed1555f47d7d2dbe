package org.tandem.dicom;

import java.util.HexFormat;
import java.util.stream.Collectors;

/** Bytes by hand, and data sets as one short line, so that a test shows what it means. */
final class Hex {

    private Hex() {}

    /** The bytes of these digits; from a "#" to the end of a line stands what they are. */
    static byte[] bytes(String commented) {
        String digits =
                commented.lines().map(line -> line.replaceAll("#.*", "")).collect(Collectors.joining());
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    /** As in {@code 00080060 CS CT}, items in braces; no values of bulk VRs, only their lengths. */
    static String line(DataSet dataSet) {
        return dataSet.elements().stream()
                .map(element -> line(dataSet, element))
                .collect(Collectors.joining("; "));
    }

    private static String line(DataSet dataSet, Element element) {
        String head = String.format("%08X %s", element.tag(), element.vr());
        if (element.value() instanceof Value.Items sequence) {
            return head
                    + sequence.items().stream()
                            .map(item -> " {" + line(item) + "}")
                            .collect(Collectors.joining());
        }
        if (element.value() instanceof Value.Fragments fragments) {
            return head + " fragments of "
                    + fragments.offsetTableAndFragments().stream()
                            .map(ValueStreams::lengthBytes)
                            .toList();
        }
        if (element.isEmpty()) {
            return head;
        }
        return head + " " + (element.vr().isText() ? text(dataSet, element) : number(dataSet, element));
    }

    private static String text(DataSet dataSet, Element element) {
        return String.join("\\", dataSet.strings(element.tag()));
    }

    private static String number(DataSet dataSet, Element element) {
        double[] numbers = element.vr().kind() == VR.Kind.BINARY ? dataSet.decimals(element.tag()) : new double[0];
        return numbers.length == 0
                ? ValueStreams.lengthBytes(element.value()) + " bytes"
                : String.valueOf((long) numbers[0]);
    }
}
