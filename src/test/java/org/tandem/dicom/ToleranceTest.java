package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real devices write against the standard, one habit a case: what is made of it, and what is said about it. */
final class ToleranceTest {

    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax BIG = TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;

    private static final String MODALITY = "0800 6000 4353 0200 4354 \n"; // 10 bytes: (0008,0060) CS "CT"
    private static final String ID = "1000 2000 4C4F 0200 3132 \n"; // 10 bytes: (0010,0020) LO "12"
    private static final String ITEM = "FEFF 00E0 ";
    private static final String ITEM_END = "FEFF 0DE0 00000000 ";
    private static final String SEQUENCE = "0800 4011 5351 0000 "; // (0008,1140) SQ, its length follows
    private static final String SEQUENCE_END = "FEFF DDE0 00000000 ";
    private static final String UNDEFINED = "FFFFFFFF ";

    private record Habit(String name, TransferSyntax syntax, String bytes, String meaning, List<String> warnings) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Habit of(String name, TransferSyntax syntax, String bytes, String meaning, String... warnings) {
        return new Habit(name, syntax, bytes, meaning, List.of(warnings));
    }

    @ParameterizedTest
    @MethodSource({"groups", "layouts", "representations", "lengths", "items", "delimiters", "ends"})
    void aHabitIsUnderstoodAndNamed(Habit habit) throws IOException {
        List<String> warnings = new ArrayList<>();

        DataSet read = DataSetReader.read(
                new ByteArrayInputStream(Hex.bytes(habit.bytes())), habit.syntax(), w -> warnings.add(w.toString()));

        assertThat(Hex.line(read)).isEqualTo(habit.meaning());
        assertThat(warnings).isEqualTo(habit.warnings());
    }

    static Stream<Habit> groups() {
        return Stream.of(
                of("a right group length", EXPLICIT, "0800 0000 554C 0400 0A000000" + MODALITY + ID, CT_12),
                of(
                        "a wrong group length",
                        EXPLICIT,
                        "0800 0000 554C 0400 0C000000" + MODALITY + ID,
                        CT_12,
                        "(0008,0000) at byte 0: says that its group has 12 bytes, it has 10"),
                of(
                        "a wrong length of the last group",
                        EXPLICIT,
                        "0800 0000 554C 0400 FFFFFFFF" + MODALITY,
                        "00080060 CS CT",
                        "(0008,0000) at byte 0: says that its group has 4294967295 bytes, it has 10"),
                of(
                        "elements out of order",
                        EXPLICIT,
                        ID + MODALITY,
                        CT_12,
                        "(0008,0060) at byte 10: stands behind (0010,0020), put in order"),
                of(
                        "an element twice, and once more out of order",
                        EXPLICIT,
                        MODALITY + "0800 6000 4353 0200 4D52" + ID + MODALITY,
                        CT_12,
                        "(0008,0060) at byte 10: stands twice in one data set, the first is kept",
                        "(0008,0060) at byte 30: stands twice in one data set, the first is kept"),
                of(
                        "a retired element and a private one without creator",
                        EXPLICIT,
                        "0800 0100 554C 0400 01000000" + MODALITY + "0900 0110 4C4F 0200 4142",
                        "00080001 UL 1; 00080060 CS CT; 00091001 LO AB"));
    }

    private static final String CT_12 = "00080060 CS CT; 00100020 LO 12";

    static Stream<Habit> layouts() {
        return Stream.of(
                of(
                        "implicit announced as explicit",
                        EXPLICIT,
                        "0800 6000 02000000 4354" + "1000 2000 02000000 3132",
                        CT_12,
                        "(0008,0060) at byte 0: announced as explicit VR little endian, read as implicit VR little"
                                + " endian"),
                of(
                        "explicit announced as implicit",
                        IMPLICIT,
                        MODALITY + ID,
                        CT_12,
                        "(0008,0060) at byte 0: announced as implicit VR little endian, read as explicit VR little"
                                + " endian"),
                of(
                        "big endian announced as little",
                        EXPLICIT,
                        "0008 0060 4353 0002 4354" + "0010 0020 4C4F 0002 3132",
                        CT_12,
                        "(0008,0060) at byte 0: announced as explicit VR little endian, read as explicit VR big"
                                + " endian"),
                of(
                        "big endian announced as implicit",
                        IMPLICIT,
                        "0008 0060 4353 0002 4354" + "0010 0020 4C4F 0002 3132",
                        CT_12,
                        "(0008,0060) at byte 0: announced as implicit VR little endian, read as explicit VR big"
                                + " endian"),
                of(
                        "little endian announced as big",
                        BIG,
                        MODALITY + ID,
                        CT_12,
                        "(0008,0060) at byte 0: announced as explicit VR big endian, read as explicit VR little"
                                + " endian"),
                of(
                        "one implicit element amid explicit ones",
                        EXPLICIT,
                        MODALITY + "0800 7000 02000000 4142" + ID,
                        "00080060 CS CT; 00080070 LO AB; 00100020 LO 12",
                        "(0008,0070) at byte 10: has no VR amid explicit VRs, read as implicit VR"),
                of(
                        "one explicit element amid implicit ones",
                        IMPLICIT,
                        "0800 6000 02000000 4354" + "0800 7000 4C4F 0200 4142" + "1000 2000 02000000 3132",
                        "00080060 CS CT; 00080070 LO AB; 00100020 LO 12",
                        "(0008,0070) at byte 10: has a VR amid implicit VRs, read as explicit VR"),
                of(
                        "an explicit item within implicit",
                        IMPLICIT,
                        "0800 4011 12000000" + ITEM + "0A000000" + MODALITY + "1000 2000 02000000 3132",
                        "00081140 SQ {00080060 CS CT}; 00100020 LO 12",
                        "(0008,0060) at byte 16: announced as implicit VR little endian, read as explicit VR little"
                                + " endian"),
                of(
                        "items of the other byte order, as in old private sequences",
                        EXPLICIT,
                        "0120 0510 5351 0000" + UNDEFINED + "FFFE E000 0000000A" + "0008 0060 4353 0002 4354"
                                + "FFFE E0DD 00000000",
                        "20011005 SQ {00080060 CS CT}",
                        "(2001,1005) at byte 12: has items of the other byte order"));
    }

    static Stream<Habit> representations() {
        return Stream.of(
                of(
                        "UN of undefined length is a sequence in implicit VR (PS3.5 6.2.2)",
                        EXPLICIT,
                        "0900 0110 554E 0000" + UNDEFINED + ITEM + "0A000000" + "0800 6000 02000000 4354" + SEQUENCE_END
                                + ID,
                        "00091001 SQ {00080060 CS CT}; 00100020 LO 12"),
                of(
                        "UN of undefined length in explicit VR all the same",
                        EXPLICIT,
                        "0900 0110 554E 0000" + UNDEFINED + ITEM + "0A000000" + MODALITY + SEQUENCE_END,
                        "00091001 SQ {00080060 CS CT}",
                        "(0008,0060) at byte 20: announced as implicit VR little endian, read as explicit VR little"
                                + " endian"),
                of(
                        "UN of defined length that is known to be a sequence",
                        EXPLICIT,
                        "0800 4011 554E 0000 12000000" + ITEM + "0A000000" + "0800 6000 02000000 4354",
                        "00081140 SQ {00080060 CS CT}"),
                of(
                        "a VR of question marks with a length of 16 bits",
                        EXPLICIT,
                        MODALITY + "0800 7000 3F3F 0200 4142" + ID,
                        "00080060 CS CT; 00080070 LO AB; 00100020 LO 12",
                        "(0008,0070) at byte 10: has the unknown VR \"??\", read as UN"),
                of(
                        "a VR of blanks with a length of 32 bits",
                        EXPLICIT,
                        MODALITY + "0800 7000 2020 0000 02000000 4142" + ID,
                        "00080060 CS CT; 00080070 LO AB; 00100020 LO 12",
                        "(0008,0070) at byte 10: has the unknown VR \"  \", read as UN"),
                of(
                        "a VR of zeros with a length of 16 bits",
                        EXPLICIT,
                        MODALITY + "0800 7000 0000 0200 4142" + ID,
                        "00080060 CS CT; 00080070 LO AB; 00100020 LO 12",
                        "(0008,0070) at byte 10: has the unknown VR 00 00, read as UN"),
                of(
                        "letters of no VR with a length of 32 bits, as the standard wants of future ones",
                        EXPLICIT,
                        MODALITY + "0900 0110 5A5A 0000 02000000 4142" + ID,
                        "00080060 CS CT; 00091001 UN 2 bytes; 00100020 LO 12",
                        "(0009,1001) at byte 10: has the unknown VR \"ZZ\", read as UN"),
                of(
                        "letters of no VR with a length of 16 bits, and no value",
                        EXPLICIT,
                        MODALITY + "0900 0110 5A5A 0000" + ID,
                        "00080060 CS CT; 00091001 UN; 00100020 LO 12",
                        "(0009,1001) at byte 10: has the unknown VR \"ZZ\", read as UN"),
                of(
                        "a character set that nobody knows",
                        EXPLICIT,
                        "0800 0500 4353 0400 4B4C5220" + MODALITY,
                        "00080005 CS KLR; 00080060 CS CT",
                        "(0008,0005) at byte 0: names a set that is not known, which is left out"));
    }

    static Stream<Habit> lengths() {
        return Stream.of(
                of(
                        "an odd length",
                        EXPLICIT,
                        MODALITY + "0800 7000 4C4F 0300 414243" + ID,
                        "00080060 CS CT; 00080070 LO ABC; 00100020 LO 12",
                        "(0008,0070) at byte 10: has the odd length 3"),
                of(
                        "an odd length, padded all the same",
                        EXPLICIT,
                        MODALITY + "0800 7000 4C4F 0300 41424320" + ID,
                        "00080060 CS CT; 00080070 LO ABC; 00100020 LO 12",
                        "(0008,0070) at byte 10: has the odd length 3, and a padding byte behind it"),
                of(
                        "undefined length of a text",
                        EXPLICIT,
                        "0900 0110 5554 0000" + UNDEFINED + ITEM + "0A000000" + MODALITY + SEQUENCE_END,
                        "00091001 SQ {00080060 CS CT}",
                        "(0009,1001) at byte 0: has undefined length and VR UT, read as a sequence"),
                of(
                        "a sequence of bytes",
                        EXPLICIT,
                        SEQUENCE + "0A000000" + "00010203040506070809" + ID,
                        "00081140 UN 10 bytes; 00100020 LO 12",
                        "(0008,1140) at byte 0: is a sequence without items, kept as UN"),
                of(
                        "a last byte that is only padding and not there",
                        EXPLICIT,
                        MODALITY + "1000 2000 4C4F 0400 313233",
                        "00080060 CS CT; 00100020 LO 123",
                        "(0010,0020) at byte 10: lacks its last byte, of 4"));
    }

    static Stream<Habit> items() {
        return Stream.of(
                of(
                        "no items, of undefined length",
                        EXPLICIT,
                        SEQUENCE + UNDEFINED + SEQUENCE_END + ID,
                        "00081140 SQ; 00100020 LO 12"),
                of(
                        "an item shorter than its elements",
                        EXPLICIT,
                        SEQUENCE + "1C000000" + ITEM + "0A000000" + MODALITY + "0800 7000 4C4F 0200 4142" + ID,
                        "00081140 SQ {00080060 CS CT; 00080070 LO AB}; 00100020 LO 12",
                        "(FFFE,E000) at byte 12: is longer than its length of 10 bytes"),
                of(
                        "an item that reaches into the next one",
                        EXPLICIT,
                        SEQUENCE + "24000000" + ITEM + "0C000000" + MODALITY + ITEM + "0A000000" + MODALITY + ID,
                        "00081140 SQ {00080060 CS CT} {00080060 CS CT}; 00100020 LO 12",
                        "(FFFE,E00D) at byte 30: missing at the end of an item"),
                of(
                        "an item longer than its sequence",
                        EXPLICIT,
                        SEQUENCE + "12000000" + ITEM + "14000000" + MODALITY + ID,
                        "00081140 SQ {00080060 CS CT}; 00100020 LO 12",
                        "(FFFE,E000) at byte 12: is longer than what is around it"),
                of(
                        "a value longer than its item, which is right",
                        EXPLICIT,
                        SEQUENCE + "12000000" + ITEM + "0A000000" + "0800 6000 4353 0400 4354" + ID,
                        "00081140 SQ {00080060 CS CT}; 00100020 LO 12",
                        "(0008,0060) at byte 20: is longer than its item, cut to 2 bytes"),
                of(
                        "an item that ends amid a value",
                        EXPLICIT,
                        SEQUENCE + "11000000" + ITEM + "09000000" + MODALITY + ID,
                        "00081140 SQ {00080060 CS CT}; 00100020 LO 12",
                        "(0008,0060) at byte 20: reaches 1 bytes beyond the end of its item"),
                of(
                        "a sequence shorter than its items",
                        EXPLICIT,
                        SEQUENCE + "12000000" + ITEM + "0A000000" + MODALITY + ITEM + "0A000000" + MODALITY + ID,
                        "00081140 SQ {00080060 CS CT} {00080060 CS CT}; 00100020 LO 12",
                        "(0008,1140) at byte 30: has items beyond its length"),
                of(
                        "a sequence longer than its items",
                        EXPLICIT,
                        SEQUENCE + "1C000000" + ITEM + "0A000000" + MODALITY + ID,
                        "00081140 SQ {00080060 CS CT; 00100020 LO 12}",
                        "(FFFE,E000) at byte 12: is longer than its length of 10 bytes"));
    }

    static Stream<Habit> delimiters() {
        return Stream.of(
                of(
                        "no delimitation item at the end of an item",
                        EXPLICIT,
                        SEQUENCE + UNDEFINED + ITEM + UNDEFINED + MODALITY + SEQUENCE_END + ID,
                        "00081140 SQ {00080060 CS CT}; 00100020 LO 12",
                        "(FFFE,E00D) at byte 30: missing at the end of an item"),
                of(
                        "no delimitation item at the end of a sequence",
                        EXPLICIT,
                        SEQUENCE + UNDEFINED + ITEM + "0A000000" + MODALITY + ID,
                        "00081140 SQ {00080060 CS CT}; 00100020 LO 12",
                        "(0008,1140) at byte 30: has no sequence delimitation item"),
                of(
                        "delimitation items where lengths are defined",
                        EXPLICIT,
                        SEQUENCE + "1A000000" + ITEM + "0A000000" + MODALITY + ITEM_END + SEQUENCE_END + ID,
                        "00081140 SQ {00080060 CS CT}; 00100020 LO 12",
                        "(FFFE,E00D) at byte 30: ends nothing here",
                        "(FFFE,E0DD) at byte 38: ends nothing here"),
                of(
                        "delimitation items with a length",
                        EXPLICIT,
                        SEQUENCE + UNDEFINED + ITEM + UNDEFINED + MODALITY + "FEFF 0DE0 07000000 FEFF DDE0 08000000"
                                + ID,
                        "00081140 SQ {00080060 CS CT}; 00100020 LO 12",
                        "(FFFE,E00D) at byte 30: has the length 7 instead of 0, ignored",
                        "(FFFE,E0DD) at byte 38: has the length 8 instead of 0, ignored"),
                of(
                        "fragments without delimitation item, before another element",
                        EXPLICIT,
                        MODALITY + "E07F 1000 4F42 0000" + UNDEFINED + ITEM + "00000000" + ITEM + "02000000 0102"
                                + "FCFF FCFF 4F42 0000 02000000 0000",
                        "00080060 CS CT; 7FE00010 OB fragments of [0, 2]; FFFCFFFC OB 2 bytes",
                        "(7FE0,0010) at byte 40: has no sequence delimitation item"),
                of(
                        "an item delimitation item amid fragments",
                        EXPLICIT,
                        "E07F 1000 4F42 0000" + UNDEFINED + ITEM + "00000000" + ITEM + "02000000 0102" + ITEM_END
                                + SEQUENCE_END,
                        "7FE00010 OB fragments of [0, 2]",
                        "(FFFE,E00D) at byte 30: ends nothing here"));
    }

    static Stream<Habit> ends() {
        return Stream.of(
                of(
                        "zeros at the end",
                        EXPLICIT,
                        MODALITY + "00000000 00000000 00000000",
                        "00080060 CS CT",
                        "(0000,0000) at byte 10: zeros after the last element"),
                of(
                        "a few zeros at the end",
                        EXPLICIT,
                        MODALITY + "000000",
                        "00080060 CS CT",
                        "(0000,0000) at byte 10: 3 zeros at the end"),
                of(
                        "data set trailing padding",
                        EXPLICIT,
                        MODALITY + "FCFF FCFF 4F42 0000 04000000 00000000",
                        "00080060 CS CT; FFFCFFFC OB 4 bytes"),
                of(
                        "an end within open sequences",
                        EXPLICIT,
                        SEQUENCE + UNDEFINED + ITEM + UNDEFINED + MODALITY,
                        "00081140 SQ {00080060 CS CT}",
                        "(0000,0000) at byte 30: the input ends amid an item",
                        "(0008,1140) at byte 30: the input ends amid the sequence"));
    }
}
