package org.tandem.dicom;

import java.util.List;

/** Holds each element to its VR and multiplicity (PS3.5 6.2, 6.4, PS3.6 6) and private ones to their blocks. */
final class ValueCheck {

    private static final int MAX_CHECKED_BYTES = ValueParser.MAX_IN_MEMORY_BYTES;

    private final CheckReport report;

    ValueCheck(CheckReport report) {
        this.report = report;
    }

    /** All elements of this data set and of the items in it. */
    void check(DataSet dataSet, String path) {
        for (Element element : dataSet.elements()) {
            if (Tag.isPrivate(element.tag())) {
                privateElement(dataSet, element, path);
            } else {
                registered(dataSet, element, path);
            }
            if (element.value() instanceof Value.Items sequence) {
                int number = 1;
                for (DataSet item : sequence.items()) {
                    check(item, path + Tag.format(element.tag()) + "[" + number++ + "].");
                }
            } else if (!(element.value() instanceof Value.Fragments)) {
                value(dataSet, element, path);
            }
        }
    }

    private void privateElement(DataSet dataSet, Element element, String path) {
        int number = Tag.element(element.tag());
        int group = Tag.group(element.tag());
        if (group <= 0x0007 || group == 0xFFFF) {
            report.error(path, element, "is of a group that nobody may use", "PS3.5 7.8.1");
        } else if (number < DataSet.FIRST_PRIVATE_BLOCK || (number > DataSet.LAST_PRIVATE_BLOCK && number < 0x1000)) {
            report.error(path, element, "is neither a private creator nor in a block of one", "PS3.5 7.8.1");
        } else if (number >= 0x1000 && dataSet.privateCreator(element.tag()).isEmpty()) {
            report.error(path, element, "is in a private block that nobody reserved", "PS3.5 7.8.1");
        }
    }

    private void registered(DataSet dataSet, Element element, String path) {
        DictionaryEntry entry = Dictionary.find(element.tag());
        if (entry == null) {
            report.warning(path, element, "is not in the registry of this edition", "PS3.6 6");
            return;
        }
        if (element.vr() == VR.UN) {
            report.warning(path, element, "has VR UN, though its VR is known", "PS3.5 6.2.2");
        } else if (!entry.vrs().contains(element.vr())) {
            report.error(path, element, "got VR " + element.vr() + ", expected " + entry.vrs(), "PS3.6 6");
        }
        if (entry.retired()) {
            report.warning(path, element, "is retired", "PS3.6 6");
        }
        multiplicity(dataSet, element, entry, path);
    }

    private void multiplicity(DataSet dataSet, Element element, DictionaryEntry entry, String path) {
        VR vr = element.vr();
        boolean counts = vr.isText() || vr.kind() == VR.Kind.BINARY;
        if (!counts || element.isEmpty() || ValueStreams.lengthBytes(element.value()) > MAX_CHECKED_BYTES) {
            return;
        }
        long count = ValueText.multiplicity(dataSet, element);
        if (count > 0 && !Multiplicity.of(entry.vm()).allows(count)) {
            report.error(path, element, "got " + count + " values, expected " + entry.vm(), "PS3.5 6.4, PS3.6 6");
        }
    }

    private void value(DataSet dataSet, Element element, String path) {
        long length = ValueStreams.lengthBytes(element.value());
        VR vr = element.vr();
        int width = vr.kind() == VR.Kind.BULK ? vr.unitBytes() : BinaryValues.width(vr);
        if (width > 1 && length % width != 0) {
            report.error(path, element, "got " + length + " bytes, expected a multiple of " + width, "PS3.5 6.2");
        }
        if (vr.isText() && length > 0 && length <= MAX_CHECKED_BYTES) {
            text(dataSet, element, path);
        }
    }

    private void text(DataSet dataSet, Element element, String path) {
        byte[] bytes = dataSet.bytes(element.tag());
        String decoded = dataSet.characterSet().decode(bytes, element.vr());
        boolean undeclared = dataSet.characterSet().definedTerms().isEmpty() && !isAscii(bytes);
        if (decoded.indexOf('\uFFFD') >= 0 || undeclared) {
            report.error(path, element, "has characters outside " + repertoire(dataSet, element), "PS3.5 6.1");
            return;
        }
        if (element.vr() == VR.UI && bytes[bytes.length - 1] == ' ') {
            report.error(path, element, "is padded with a space, expected a zero byte", "PS3.5 6.2");
        }
        List<String> values = dataSet.strings(element.tag());
        for (String value : values) {
            ValueFormat.wrong(element.vr(), value)
                    .ifPresent(wrong -> report.error(path, element, wrong, "PS3.5 6.2, " + element.vr()));
        }
    }

    private static String repertoire(DataSet dataSet, Element element) {
        boolean declared = element.vr().kind() == VR.Kind.TEXT || element.vr().kind() == VR.Kind.LONG_TEXT;
        List<String> terms = dataSet.characterSet().definedTerms();
        return declared && !terms.isEmpty() ? String.join("\\", terms) : "the default repertoire";
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
