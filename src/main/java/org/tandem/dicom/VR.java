package org.tandem.dicom;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value representations of PS3.5 6.2: how the bytes of a value are to be understood. */
public enum VR {
    AE(Kind.ASCII, 1),
    AS(Kind.ASCII, 1),
    AT(Kind.BINARY, 2),
    CS(Kind.ASCII, 1),
    DA(Kind.ASCII, 1),
    DS(Kind.ASCII, 1),
    DT(Kind.ASCII, 1),
    FL(Kind.BINARY, 4),
    FD(Kind.BINARY, 8),
    IS(Kind.ASCII, 1),
    LO(Kind.TEXT, 1),
    LT(Kind.LONG_TEXT, 1),
    OB(Kind.BULK, 1),
    OD(Kind.BULK, 8),
    OF(Kind.BULK, 4),
    OL(Kind.BULK, 4),
    OV(Kind.BULK, 8),
    OW(Kind.BULK, 2),
    PN(Kind.TEXT, 1),
    SH(Kind.TEXT, 1),
    SL(Kind.BINARY, 4),
    SQ(Kind.SEQUENCE, 1),
    SS(Kind.BINARY, 2),
    ST(Kind.LONG_TEXT, 1),
    SV(Kind.BINARY, 8),
    TM(Kind.ASCII, 1),
    UC(Kind.TEXT, 1),
    UI(Kind.ASCII, 1),
    UL(Kind.BINARY, 4),
    UN(Kind.BULK, 1),
    UR(Kind.ASCII_LONG, 1),
    US(Kind.BINARY, 2),
    UT(Kind.LONG_TEXT, 1),
    UV(Kind.BINARY, 8);

    /** What a value of this representation is made of. */
    public enum Kind {
        /** Characters of the default repertoire, several values separated by a backslash. */
        ASCII,
        /** Characters of the default repertoire, one value. */
        ASCII_LONG,
        /** Characters of the Specific Character Set, several values separated by a backslash. */
        TEXT,
        /** Characters of the Specific Character Set, one value in which a backslash is data. */
        LONG_TEXT,
        /** Numbers of fixed width. */
        BINARY,
        /** Bytes or words that are not interpreted here. */
        BULK,
        /** Items, each a data set. */
        SEQUENCE
    }

    private final Kind kind;
    private final int unitBytes;

    VR(Kind kind, int unitBytes) {
        this.kind = kind;
        this.unitBytes = unitBytes;
    }

    public Kind kind() {
        return kind;
    }

    /** Bytes that are swapped together when the byte order changes: 1 where order does not matter. */
    public int unitBytes() {
        return unitBytes;
    }

    /** Whether explicit VR encoding gives this VR two reserved bytes and a length of 32 bits (PS3.5 7.1.2). */
    public boolean hasLongLength() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
            default -> false;
        };
    }

    /** The byte that pads an odd value: NUL for UI and binary, space for text. */
    public byte padding() {
        return this == UI || kind == Kind.BULK || kind == Kind.BINARY ? 0 : (byte) ' ';
    }

    public boolean isText() {
        return kind == Kind.ASCII || kind == Kind.ASCII_LONG || kind == Kind.TEXT || kind == Kind.LONG_TEXT;
    }

    /** The VR that these two bytes of an explicit VR header spell, if they spell one. */
    public static Optional<VR> of(int first, int second) {
        return Optional.ofNullable(spelled(first, second));
    }

    /** As {@link #of}, without the wrapping: called for every element that is read. */
    static @Nullable VR spelled(int first, int second) {
        boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
        return letters ? BY_LETTERS[(first - 'A') * 26 + second - 'A'] : null;
    }

    private static final @Nullable VR[] BY_LETTERS = byLetters();

    private static @Nullable VR[] byLetters() {
        @Nullable VR[] table = new VR[26 * 26];
        for (VR vr : values()) {
            table[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
        }
        return table;
    }
}
