package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.VR;
import org.tandem.net.OutsideProgram;

/**
 * Images of odd sizes, by the options of dcmtk that change a codestream most: each comes out here as out of dcmtk, bit
 * for bit, lossy ones too.
 */
final class CompressedSizesIT {

    private static final int[][] SIZES = {{1, 1}, {1, 40}, {33, 17}};

    private static final List<String> LOSSLESS_JPEG =
            List.of("+e1", "+el +sv 4", "+el +sv 7", "+e1 +pt 2", "+e1 +fs 1");
    private static final List<String> LOSSY_JPEG = List.of("+ee +q 90", "+es +q 60", "+ep +q 20");
    private static final List<String> COLOUR_JPEG =
            List.of("+eb +s4", "+eb +s2", "+eb +n1", "+eb +cr", "+ep +n1 +q 30", "+e1");
    private static final List<String> JPEG_LS =
            List.of("+el", "+en +md 1", "+en +md 5", "+el +t1 5 +t2 9 +t3 30 +rs 32");
    private static final List<String> COLOUR_JPEG_LS = List.of("+el +il", "+el +is", "+el +in", "+en +md 2");

    @TempDir
    private Path folder;

    /**
     * A way to compress.
     *
     * @param allocated bits of the cell
     * @param samples of a pixel
     */
    private record Coding(String program, String judge, String options, int allocated, int stored, int samples) {

        static Stream<Coding> each(String program, String judge, List<String> options, int... bitsAndSamples) {
            return options.stream()
                    .map(option -> new Coding(
                            program, judge, option, bitsAndSamples[0], bitsAndSamples[1], bitsAndSamples[2]));
        }

        DicomFile image(int rows, int columns) {
            DataSetBuilder image = samples == 1 ? SmallImage.grey(allocated) : SmallImage.colour(allocated, 0);
            image.putIntegers(Tag.ROWS, VR.US, rows)
                    .putIntegers(Tag.COLUMNS, VR.US, columns)
                    .putIntegers(Tag.BITS_STORED, VR.US, stored)
                    .putIntegers(Tag.HIGH_BIT, VR.US, stored - 1)
                    .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, samples == 1 ? "MONOCHROME2" : "RGB")
                    .putBytes(Tag.PIXEL_DATA, allocated == 8 ? VR.OB : VR.OW, pixels(rows, columns));
            return DicomFile.of(image.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }

        /** A soft slope in each sample, with a bright edge across it. */
        private byte[] pixels(int rows, int columns) {
            int[] cells = new int[rows * columns * samples];
            int largest = (1 << stored) - 1;
            for (int i = 0; i < cells.length; i++) {
                int pixel = i / samples;
                int across = pixel % columns * 3 + pixel / columns * 5 + i % samples * 11;
                cells[i] = Math.min(largest, (across % 97 < 20 ? largest * 3 / 4 : 0) + across * largest / 1000);
            }
            byte[] bytes = Samples.bytes(cells, allocated);
            return Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        }
    }

    static Stream<Coding> codings() {
        return Stream.of(
                        Coding.each("dcmcjpeg", "dcmdjpeg", LOSSLESS_JPEG, 16, 16, 1),
                        Coding.each("dcmcjpeg", "dcmdjpeg", LOSSLESS_JPEG, 8, 8, 1),
                        Coding.each("dcmcjpeg", "dcmdjpeg", LOSSY_JPEG, 16, 12, 1),
                        Coding.each("dcmcjpeg", "dcmdjpeg", LOSSY_JPEG, 8, 8, 1),
                        Coding.each("dcmcjpeg", "dcmdjpeg", COLOUR_JPEG, 8, 8, 3),
                        Coding.each("dcmcjpls", "dcmdjpls", JPEG_LS, 16, 12, 1),
                        Coding.each("dcmcjpls", "dcmdjpls", JPEG_LS, 8, 8, 1),
                        Coding.each("dcmcjpls", "dcmdjpls", COLOUR_JPEG_LS, 8, 8, 3))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("codings")
    void comeOutAsOutOfDcmtk(Coding coding) throws Exception {
        for (int[] size : SIZES) {
            Path original = folder.resolve("original.dcm");
            Path compressed = folder.resolve("compressed.dcm");
            Path judged = folder.resolve("judged.dcm");
            DicomFileWriter.write(original, coding.image(size[0], size[1]));
            Stream<String> options = Stream.of(coding.options.split(" "));
            OutsideProgram.find(coding.program)
                    .run(Stream.concat(options, Stream.of(original, compressed)).toArray());
            if (coding.judge.equals("dcmdjpeg")) {
                OutsideProgram.find(coding.judge).run("+cn", compressed, judged);
            } else {
                OutsideProgram.find(coding.judge).run(compressed, judged);
            }

            assertThat(pixels(compressed))
                    .as("%s rows, %s columns", size[0], size[1])
                    .isEqualTo(pixels(judged));
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void whatIsCompressedHereAsRleIsReadByDcmtkAndGdcm(Coding coding) throws Exception {
        for (int[] size : SIZES) {
            DicomFile original = coding.image(size[0], size[1]);
            int[] expected = FrameReader.of(original).read(0);
            Path compressed = folder.resolve("rle.dcm");
            Path judged = folder.resolve("judged.dcm");
            DicomFileWriter.write(compressed, RleEncoder.encode(original));

            OutsideProgram.find("dcmdrle").run(compressed, judged);
            assertThat(pixels(judged)).as("dcmdrle").isEqualTo(expected);
            OutsideProgram.find("gdcmconv").run("--raw", compressed, judged);
            assertThat(pixels(judged)).as("gdcmconv").isEqualTo(expected);
        }
    }

    static Stream<Coding> layouts() {
        return Stream.of(
                new Coding("", "", "", 8, 8, 1), new Coding("", "", "", 16, 12, 1), new Coding("", "", "", 8, 8, 3));
    }

    private static int[] pixels(Path file) {
        return FrameReader.of(DicomFileReader.read(file)).read(0);
    }
}
