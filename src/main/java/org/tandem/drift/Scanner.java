package org.tandem.drift;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * A kind of device, and how it made images: Manufacturer (0008,0070), Manufacturer's Model Name (0008,1090), and of CT
 * Convolution Kernel (0018,1210), of MR Scanning Sequence (0018,0020). Not Protocol Name nor Station Name: people type
 * into them what they like. Empty where the image does not say.
 */
public record Scanner(String manufacturer, String model, String technique) implements Comparable<Scanner> {

    /** Stands for all of them together. */
    public static final Scanner ALL = new Scanner("", "", "");

    /** LO of PS3.5 6.2 is no longer; kernels may have several values. */
    private static final int LONGEST = 64;

    private static final Comparator<Scanner> ORDER = Comparator.comparing(Scanner::manufacturer)
            .thenComparing(Scanner::model)
            .thenComparing(Scanner::technique);

    public Scanner {
        manufacturer = shortened(manufacturer);
        model = shortened(model);
        technique = shortened(technique);
    }

    static Scanner of(DataSet header) {
        String technique = Stream.of(Tag.CONVOLUTION_KERNEL, Tag.SCANNING_SEQUENCE)
                .map(tag -> String.join(" ", header.strings(tag)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return new Scanner(
                header.string(Tag.MANUFACTURER).orElse(""),
                header.string(Tag.MANUFACTURER_MODEL_NAME).orElse(""),
                technique);
    }

    @Override
    public int compareTo(Scanner other) {
        return ORDER.compare(this, other);
    }

    /** As in {@code Vendor Model, B30f}. */
    @Override
    public String toString() {
        String device =
                Stream.of(manufacturer, model).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        String named = device.isEmpty() ? "unnamed scanner" : device;
        return equals(ALL) ? "all scanners" : technique.isEmpty() ? named : named + ", " + technique;
    }

    private static String shortened(String text) {
        String one = text.strip().replaceAll("\\s+", " ");
        return one.length() <= LONGEST ? one : one.substring(0, LONGEST);
    }
}
