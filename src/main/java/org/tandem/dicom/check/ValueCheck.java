package org.tandem.dicom.check;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.DictionaryEntry;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/** Holds each element to its VR and multiplicity (PS3.5 6.2, 6.4, PS3.6 6) and private ones to their blocks. */
final class ValueCheck {

    private static final int FIRST_PRIVATE_BLOCK = 0x10;
    private static final int LAST_PRIVATE_BLOCK = 0xFF;

    /** Longer values are pictures or tables, which no one reads as text. */
    private static final int MAX_CHECKED_BYTES = 64 * 1024;

    private static final int MAX_SEEN_BYTES = 128;

    /** By the words of the registry, of which there are few. */
    private static final Map<String, Multiplicity> MULTIPLICITIES = new ConcurrentHashMap<>();

    private final CheckNotes notes;

    /** Elements that are right: frames have the same ones again and again. */
    private final Set<Seen> right = new HashSet<>();

    /** A short element whose value is in ASCII, and so the same in every character set. */
    private record Seen(int tag, VR vr, String value) {

        static Optional<Seen> of(Element element) {
            boolean shortText = element.vr().isText()
                    && !Tag.isPrivate(element.tag())
                    && element.value() instanceof Value.Bytes inMemory
                    && inMemory.bytes().length <= MAX_SEEN_BYTES
                    && isAscii(inMemory.bytes());
            return shortText && element.value() instanceof Value.Bytes inMemory
                    ? Optional.of(new Seen(
                            element.tag(), element.vr(), new String(inMemory.bytes(), StandardCharsets.US_ASCII)))
                    : Optional.empty();
        }
    }

    ValueCheck(CheckNotes notes) {
        this.notes = notes;
    }

    /** All elements of this data set and of the items in it. */
    void check(DataSet dataSet, Place place) {
        for (Element element : dataSet.elements()) {
            Optional<Seen> seen = Seen.of(element);
            if (seen.isPresent() && right.contains(seen.get())) {
                continue;
            }
            int before = notes.count();
            element(dataSet, element, place);
            if (seen.isPresent() && notes.count() == before) {
                right.add(seen.get());
            }
        }
    }

    private void element(DataSet dataSet, Element element, Place place) {
        if (Tag.isPrivate(element.tag())) {
            privateElement(dataSet, element, place);
        } else {
            registered(dataSet, element, place);
        }
        if (element.value() instanceof Value.Items sequence) {
            int number = 1;
            for (DataSet item : sequence.items()) {
                check(item, place.item(element.tag(), number++));
            }
        } else if (!(element.value() instanceof Value.Fragments)) {
            value(dataSet, element, place);
        }
    }

    private void privateElement(DataSet dataSet, Element element, Place place) {
        int number = Tag.element(element.tag());
        int group = Tag.group(element.tag());
        if (group <= 0x0007 || group == 0xFFFF) {
            notes.error(place, element, "is of a group that nobody may use", "PS3.5 7.8.1");
        } else if (number < FIRST_PRIVATE_BLOCK || (number > LAST_PRIVATE_BLOCK && number < 0x1000)) {
            notes.error(place, element, "is neither a private creator nor in a block of one", "PS3.5 7.8.1");
        } else if (number >= 0x1000 && dataSet.privateCreator(element.tag()).isEmpty()) {
            notes.error(place, element, "is in a private block that nobody reserved", "PS3.5 7.8.1");
        }
    }

    private void registered(DataSet dataSet, Element element, Place place) {
        DictionaryEntry entry =
                Dictionary.entry(element.tag()).filter(e -> e.tag() != 0).orElse(null);
        if (entry == null) {
            notes.warning(place, element, "is not in the registry of this edition", "PS3.6 6");
            return;
        }
        if (element.vr() == VR.UN) {
            notes.warning(place, element, "has VR UN, though its VR is known", "PS3.5 6.2.2");
        } else if (!entry.vrs().contains(element.vr())) {
            notes.error(place, element, "got VR " + element.vr() + ", expected " + entry.vrs(), "PS3.6 6");
        }
        if (entry.retired()) {
            notes.warning(place, element, "is retired", "PS3.6 6");
        }
        multiplicity(dataSet, element, entry, place);
    }

    private void multiplicity(DataSet dataSet, Element element, DictionaryEntry entry, Place place) {
        VR vr = element.vr();
        boolean counts = vr.isText() || vr.kind() == VR.Kind.BINARY;
        if (!counts || element.isEmpty() || ValueStreams.lengthBytes(element.value()) > MAX_CHECKED_BYTES) {
            return;
        }
        long count = vr.isText()
                ? dataSet.strings(element.tag()).size()
                : ValueStreams.lengthBytes(element.value()) / widthBytes(vr);
        if (count > 0
                && !MULTIPLICITIES.computeIfAbsent(entry.vm(), Multiplicity::of).allows(count)) {
            notes.error(place, element, "got " + count + " values, expected " + entry.vm(), "PS3.5 6.4, PS3.6 6");
        }
    }

    private void value(DataSet dataSet, Element element, Place place) {
        long length = ValueStreams.lengthBytes(element.value());
        VR vr = element.vr();
        int width = vr.isText() ? 1 : widthBytes(vr);
        if (width > 1 && length % width != 0) {
            notes.error(place, element, "got " + length + " bytes, expected a multiple of " + width, "PS3.5 6.2");
        }
        if (vr.isText() && length > 0 && length <= MAX_CHECKED_BYTES) {
            text(dataSet, element, place);
        }
    }

    private static int widthBytes(VR vr) {
        return vr == VR.AT ? 2 * vr.unitBytes() : vr.unitBytes(); // group and element
    }

    private void text(DataSet dataSet, Element element, Place place) {
        byte[] bytes = dataSet.bytes(element.tag());
        String decoded = dataSet.characterSet().decode(bytes, element.vr());
        boolean undeclared = dataSet.characterSet().definedTerms().isEmpty() && !isAscii(bytes);
        if (decoded.indexOf('\uFFFD') >= 0 || undeclared) {
            notes.error(place, element, "has characters outside " + repertoire(dataSet, element), "PS3.5 6.1");
            return;
        }
        if (element.vr() == VR.UI && bytes[bytes.length - 1] == ' ') {
            notes.error(place, element, "is padded with a space, expected a zero byte", "PS3.5 6.2");
        }
        List<String> values = dataSet.strings(element.tag());
        for (String value : values) {
            ValueFormat.wrong(element.vr(), value)
                    .ifPresent(wrong -> notes.error(place, element, wrong, "PS3.5 6.2, " + element.vr()));
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
