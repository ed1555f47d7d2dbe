package org.tandem.dicom;

import java.nio.ByteOrder;

/** How the elements of one data set are laid out in bytes (PS3.5 7.1): with or without VR, and in which byte order. */
enum Layout {
    IMPLICIT_LITTLE("implicit VR little endian"),
    EXPLICIT_LITTLE("explicit VR little endian"),
    EXPLICIT_BIG("explicit VR big endian");

    private final String words;

    Layout(String words) {
        this.words = words;
    }

    /** As warnings say it. */
    @Override
    public String toString() {
        return words;
    }

    static Layout of(TransferSyntax syntax) {
        return switch (syntax.encoding()) {
            case IMPLICIT_LITTLE -> IMPLICIT_LITTLE;
            case EXPLICIT_BIG -> EXPLICIT_BIG;
            case EXPLICIT_LITTLE, DEFLATED, ENCAPSULATED -> EXPLICIT_LITTLE;
        };
    }

    boolean explicit() {
        return this != IMPLICIT_LITTLE;
    }

    boolean big() {
        return this == EXPLICIT_BIG;
    }

    ByteOrder order() {
        return big() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
