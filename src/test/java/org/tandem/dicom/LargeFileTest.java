package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are larger than memory should hold stay where they are. */
final class LargeFileTest {

    private static final int LUT_DATA = Tag.of(0x0028, 0x1201);
    private static final long THREE_GIB = 3L << 30;
    private static final long ONE_MIB = 1L << 20;

    @TempDir
    private Path folder;

    private static DataSet small() {
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.CT_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3"))
                .build();
    }

    /** Pixel data of zeros that take no room on the disk. */
    private Path sparse(long pixelBytes) throws IOException {
        Path file = folder.resolve("sparse.dcm");
        DicomFileWriter.write(file, DicomFile.of(small(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(out.length());
            out.write(ByteBuffer.allocate(12)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x00107FE0)
                    .putInt(0x0000574F) // OW
                    .putInt((int) pixelBytes)
                    .array());
            out.setLength(out.length() + pixelBytes);
        }
        return file;
    }

    /** What the current thread has allocated so far. */
    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void readingAFileOf3GibAllocatesLessThanOneMib() throws IOException {
        DicomFileReader.read(sparse(2)); // loads the classes
        Path file = sparse(THREE_GIB);

        long before = allocatedBytes();
        DicomFile read = DicomFileReader.read(file);
        long allocated = allocatedBytes() - before;

        assertThat(allocated).isLessThan(ONE_MIB);
        Element pixels = read.dataSet().element(Tag.PIXEL_DATA).orElseThrow();
        assertThat(ValueStreams.lengthBytes(pixels.value())).isEqualTo(THREE_GIB);
        try (InputStream in = ValueStreams.openLittleEndian(pixels)) {
            in.skipNBytes(THREE_GIB - 1);
            assertThat(in.read()).isZero();
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThatThrownBy(() -> ValueStreams.readLittleEndian(pixels)).isInstanceOf(TandemException.class);
    }

    @ParameterizedTest
    @CsvSource({"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2"})
    void writing64MibOfPixelsAllocatesLessThanOneMib(String syntax) throws IOException {
        long pixelBytes = 64 * ONE_MIB;
        DicomFile read = DicomFileReader.read(sparse(pixelBytes));
        DicomFile small = DicomFile.of(small(), TransferSyntaxes.of(new Uid(syntax)));
        DicomFileWriter.write(folder.resolve("small.dcm"), small); // loads the classes
        Path copy = folder.resolve("copy.dcm");

        long before = allocatedBytes();
        DicomFileWriter.write(copy, DicomFile.of(read.dataSet(), small.syntax()));
        long allocated = allocatedBytes() - before;

        assertThat(allocated).isLessThan(ONE_MIB);
        assertThat(Files.size(copy)).isGreaterThan(pixelBytes).isLessThan(pixelBytes + 2048);
    }

    @ParameterizedTest
    @CsvSource({"65536, false", "65538, true"})
    void valuesOfMoreThan64KibStayInTheFile(int bytes, boolean inFile) throws IOException {
        Path file = folder.resolve("lut.dcm");
        DataSet dataSet =
                small().toBuilder().putBytes(LUT_DATA, VR.OW, new byte[bytes]).build();
        DicomFileWriter.write(file, DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));

        DataSet read = DicomFileReader.read(file).dataSet();

        assertThat(read.element(LUT_DATA).orElseThrow().value() instanceof Value.FileRegion)
                .isEqualTo(inFile);
        assertThat(read.bytes(LUT_DATA)).hasSize(bytes);
    }

    @Test
    void aSmallFileThatInflatesBeyondTheLimitIsRefused() throws IOException {
        try (InputStream in = new InflatedInput(new ByteArrayInputStream(new byte[100]), 99)) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOfSatisfying(
                            TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE))
                    .hasMessageContaining("more than 99 bytes inflated");
        }
        try (InputStream in = new InflatedInput(new ByteArrayInputStream(new byte[99]), 99)) {
            assertThat(in.readAllBytes()).hasSize(99);
        }
    }
}
