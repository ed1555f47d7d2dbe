package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of writing and reading, for data sets of every kind of value. */
final class DataSetPropertyTest {

    private static final List<TransferSyntax> SYNTAXES = List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);

    @Property(tries = 500)
    void whatIsWrittenIsRead(@ForAll @From("dataSets") DataSet dataSet) {
        for (TransferSyntax syntax : SYNTAXES) {
            assertThat(DataSetReader.read(DataSetWriter.toBytes(dataSet, syntax), syntax))
                    .as(syntax.name())
                    .isEqualTo(dataSet);
        }
    }

    @Property(tries = 200)
    void theLengthIsKnownBeforeWriting(@ForAll @From("dataSets") DataSet dataSet) {
        for (TransferSyntax syntax : SYNTAXES.subList(0, 3)) {
            assertThat(DataSetWriter.toBytes(dataSet, syntax))
                    .hasSize((int) DataSetWriter.lengthBytes(dataSet, syntax));
        }
    }

    /** Cut anywhere, or with any byte changed: read or refused, and never anything else. */
    @Property(tries = 1000)
    void whatIsBrokenIsReadOrRefused(
            @ForAll @From("dataSets") DataSet dataSet,
            @ForAll @IntRange(max = 3) int which,
            @ForAll int place,
            @ForAll byte value) {
        TransferSyntax syntax = SYNTAXES.get(which);
        byte[] bytes = DataSetWriter.toBytes(dataSet, syntax);
        if (bytes.length == 0) {
            return;
        }
        int at = Math.floorMod(place, bytes.length);
        byte[] changed = bytes.clone();
        changed[at] = value;
        for (byte[] broken : List.of(Arrays.copyOf(bytes, at), changed)) {
            Throwable thrown = catchThrowable(() -> DataSetReader.read(broken, syntax));
            if (thrown != null) {
                assertThat(thrown).isInstanceOfSatisfying(TandemException.class, e -> assertThat(e.kind())
                        .isEqualTo(TandemException.Kind.REFUSE));
            }
        }
    }

    @Provide
    Arbitrary<DataSet> dataSets() {
        return dataSets(2);
    }

    /** Of elements whose VR the registry gives, so that implicit VR loses nothing. */
    private static Arbitrary<DataSet> dataSets(int depth) {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(12).excludeChars('\\', '\u001B');
        Arbitrary<List<DataSet>> items = depth == 0
                ? Arbitraries.just(List.of())
                : dataSets(depth - 1).list().ofMaxSize(3);
        return Combinators.combine(
                        bytes,
                        text,
                        Arbitraries.integers().array(int[].class).ofMaxSize(4),
                        Arbitraries.doubles().array(double[].class).ofMaxSize(3),
                        items,
                        Arbitraries.integers().between(0, 63))
                .as(DataSetPropertyTest::dataSet);
    }

    private static DataSet dataSet(
            byte[] bytes, String text, int[] integers, double[] decimals, List<DataSet> items, int present) {
        DataSetBuilder builder =
                DataSet.builder(CharacterSet.UTF_8).putText(Tag.SPECIFIC_CHARACTER_SET, VR.CS, "ISO_IR 192");
        List<Runnable> puts = List.of(
                () -> builder.putText(Tag.PATIENT_NAME, VR.PN, text),
                () -> builder.putIntegers(Tag.of(0x0018, 0x6020), VR.SL, integers),
                () -> builder.putDecimals(Tag.of(0x0018, 0x9087), VR.FD, decimals),
                () -> builder.putItems(Tag.REFERENCED_IMAGE_SEQUENCE, items),
                () -> builder.putBytes(Tag.PIXEL_DATA, VR.OW, bytes),
                () -> builder.putBytes(builder.privateTag(0x0029, "TANDEM TEST", 1), VR.UN, bytes));
        for (int i = 0; i < puts.size(); i++) {
            if ((present >> i & 1) == 1) {
                puts.get(i).run();
            }
        }
        return builder.build();
    }
}
