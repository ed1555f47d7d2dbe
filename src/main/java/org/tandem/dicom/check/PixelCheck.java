package org.tandem.dicom.check;

import java.util.Set;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/** Holds pixel data to what describes them (PS3.3 C.7.6.3, PS3.5 8). */
final class PixelCheck {

    private static final String SECTION = "PS3.3 C.7.6.3";
    private static final Set<String> ONE_SAMPLE = Set.of("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR");
    private static final Set<String> THREE_SAMPLES = Set.of(
            "RGB",
            "YBR_FULL",
            "YBR_FULL_422",
            "YBR_PARTIAL_422",
            "YBR_PARTIAL_420",
            "YBR_ICT",
            "YBR_RCT",
            "XYB",
            "HSV");

    private final TransferSyntax syntax;
    private final DataSet dataSet;
    private final CheckNotes notes;

    private PixelCheck(DataSet dataSet, TransferSyntax syntax, CheckNotes notes) {
        this.syntax = syntax;
        this.dataSet = dataSet;
        this.notes = notes;
    }

    static void check(DataSet dataSet, TransferSyntax syntax, CheckNotes notes) {
        if (dataSet.contains(Tag.PIXEL_DATA) && dataSet.hasValue(Tag.BITS_ALLOCATED)) {
            PixelCheck check = new PixelCheck(dataSet, syntax, notes);
            check.bits();
            check.photometric();
            check.encoding();
        }
    }

    private int number(int tag, int otherwise) {
        return dataSet.integer(tag).orElse(otherwise);
    }

    private void bits() {
        int allocated = number(Tag.BITS_ALLOCATED, 0);
        int stored = number(Tag.BITS_STORED, allocated);
        if (allocated != 1 && (allocated <= 0 || allocated % 8 != 0)) {
            notes.error(
                    dataSet, Tag.BITS_ALLOCATED, "got " + allocated + ", expected 1 or a multiple of 8", "PS3.5 8.1.1");
        }
        if (stored < 1 || stored > allocated) {
            notes.error(dataSet, Tag.BITS_STORED, "got " + stored + ", expected 1 to " + allocated, "PS3.5 8.1.1");
        }
        int high = number(Tag.HIGH_BIT, stored - 1);
        if (high != stored - 1 && dataSet.hasValue(Tag.BITS_STORED)) {
            notes.error(dataSet, Tag.HIGH_BIT, "got " + high + ", expected " + (stored - 1), "PS3.5 8.1.1");
        }
        int sign = number(Tag.PIXEL_REPRESENTATION, 0);
        if (sign < 0 || sign > 1) {
            notes.error(dataSet, Tag.PIXEL_REPRESENTATION, "got " + sign + ", expected 0 or 1", SECTION);
        }
    }

    private void photometric() {
        String photometric = dataSet.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("");
        int samples = number(Tag.SAMPLES_PER_PIXEL, 1);
        boolean three = THREE_SAMPLES.contains(photometric);
        if ((three && samples != 3) || (ONE_SAMPLE.contains(photometric) && samples != 1)) {
            notes.error(
                    dataSet,
                    Tag.SAMPLES_PER_PIXEL,
                    "got " + samples + ", expected " + (three ? 3 : 1) + " of " + photometric,
                    "PS3.3 C.7.6.3.1.2");
        }
        if (samples > 1 && !dataSet.hasValue(Tag.PLANAR_CONFIGURATION)) {
            notes.missing(
                    Place.ROOT, Tag.PLANAR_CONFIGURATION, "is missing, expected with " + samples + " samples", SECTION);
        }
        if (photometric.equals("PALETTE COLOR") && !dataSet.hasValue(Tag.of(0x0028, 0x1101))) {
            notes.missing(Place.ROOT, Tag.of(0x0028, 0x1101), "is missing, expected with PALETTE COLOR", SECTION);
        }
    }

    private void encoding() {
        Element pixels = dataSet.element(Tag.PIXEL_DATA).orElseThrow();
        boolean encapsulated = pixels.value() instanceof Value.Fragments;
        if (encapsulated != syntax.encapsulated()) {
            notes.error(
                    Place.ROOT,
                    pixels,
                    "is " + (encapsulated ? "encapsulated" : "not encapsulated") + ", expected otherwise in "
                            + syntax.name(),
                    "PS3.5 A.4");
        } else if (pixels.value() instanceof Value.Fragments fragments) {
            fragments(pixels, fragments);
        } else {
            nativeLength(pixels);
        }
    }

    private void fragments(Element pixels, Value.Fragments fragments) {
        int count = fragments.offsetTableAndFragments().size() - 1;
        int frames = number(Tag.NUMBER_OF_FRAMES, 1);
        if (count < frames) {
            notes.error(
                    Place.ROOT,
                    pixels,
                    "got " + count + " fragments, expected at least " + frames + " of as many frames",
                    "PS3.5 A.4");
        }
    }

    private void nativeLength(Element pixels) {
        double samples = number(Tag.SAMPLES_PER_PIXEL, 1);
        if (dataSet.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("").endsWith("_422")) {
            samples = 2; // two pixels share their chrominance (PS3.3 C.7.6.3.1.2)
        }
        double bits = samples
                * number(Tag.ROWS, 0)
                * number(Tag.COLUMNS, 0)
                * Math.max(1, number(Tag.NUMBER_OF_FRAMES, 1))
                * number(Tag.BITS_ALLOCATED, 0);
        long expected = (long) Math.ceil(bits / Byte.SIZE);
        long even = expected + (expected & 1);
        long length = ValueStreams.lengthBytes(pixels.value());
        if (length != even && length != expected) {
            notes.error(Place.ROOT, pixels, "got " + length + " bytes, expected " + even, "PS3.5 8.1.1, PS3.3 C.7.6.3");
        }
    }
}
