package org.tandem.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A coded character set of PS3.3 C.12.1.1.2 that an escape sequence can put into one half of the code table: G0, bytes
 * up to 7F, or G1, bytes from 80 on (ISO/IEC 2022).
 */
enum Repertoire {
    ASCII(6, Half.G0, 1, "(B", "US-ASCII"),
    /** As {@link #ASCII}: a backslash separates values whether it is shown as one or as a yen sign. */
    JIS_ROMAN(13, Half.G0, 1, "(J", "US-ASCII"),
    JIS_KATAKANA(13, Half.G1, 1, ")I", "JIS_X0201"),
    LATIN_1(100, Half.G1, 1, "-A", "ISO-8859-1"),
    LATIN_2(101, Half.G1, 1, "-B", "ISO-8859-2"),
    LATIN_3(109, Half.G1, 1, "-C", "ISO-8859-3"),
    LATIN_4(110, Half.G1, 1, "-D", "ISO-8859-4"),
    CYRILLIC(144, Half.G1, 1, "-L", "ISO-8859-5"),
    ARABIC(127, Half.G1, 1, "-G", "ISO-8859-6"),
    GREEK(126, Half.G1, 1, "-F", "ISO-8859-7"),
    HEBREW(138, Half.G1, 1, "-H", "ISO-8859-8"),
    LATIN_5(148, Half.G1, 1, "-M", "ISO-8859-9"),
    LATIN_9(203, Half.G1, 1, "-b", "ISO-8859-15"),
    THAI(166, Half.G1, 1, "-T", "TIS-620"),
    KANJI(87, Half.G0, 2, "$B", "x-JIS0208"),
    SUPPLEMENTARY_KANJI(159, Half.G0, 2, "$(D", "JIS_X0212-1990"),
    KOREAN(149, Half.G1, 2, "$)C", "EUC-KR"),
    SIMPLIFIED_CHINESE(58, Half.G1, 2, "$)A", "GB2312");

    static final byte ESCAPE = 0x1B;

    /** Half of the code table. */
    enum Half {
        G0,
        G1
    }

    private final int registration;
    private final Half half;
    private final int bytesPerCharacter;
    private final byte[] designation;
    private final Charset charset;

    Repertoire(int registration, Half half, int bytesPerCharacter, String designation, String charset) {
        this.registration = registration;
        this.half = half;
        this.bytesPerCharacter = bytesPerCharacter;
        this.designation = designation.getBytes(StandardCharsets.US_ASCII);
        this.charset = Charset.forName(charset);
    }

    /** Those of a number of ISO's register (the nnn of ISO_IR nnn); none if DICOM has no such. */
    static List<Repertoire> registered(int number) {
        return Arrays.stream(values()).filter(r -> r.registration == number).toList();
    }

    /** The one whose escape sequence stands at this place, after the escape. */
    static Optional<Repertoire> designatedAt(byte[] bytes, int position) {
        return Arrays.stream(values())
                .filter(r -> Arrays.equals(
                        r.designation,
                        0,
                        r.designation.length,
                        bytes,
                        position,
                        Math.min(bytes.length, position + r.designation.length)))
                .findFirst();
    }

    Half half() {
        return half;
    }

    int bytesPerCharacter() {
        return bytesPerCharacter;
    }

    /** What puts it into its half, after the escape. */
    byte[] designation() {
        return designation.clone();
    }

    int designationBytes() {
        return designation.length;
    }

    String decode(byte[] bytes, int position) {
        return new String(bytes, position, bytesPerCharacter, charset);
    }

    /** The bytes of one character; empty if it has none here. */
    Optional<byte[]> encode(String character) {
        if (!charset.newEncoder().canEncode(character)) {
            return Optional.empty();
        }
        byte[] bytes = character.getBytes(charset);
        boolean inHalf = bytes.length == bytesPerCharacter && (bytes[0] < 0) == (half == Half.G1);
        return inHalf ? Optional.of(bytes) : Optional.empty();
    }
}
