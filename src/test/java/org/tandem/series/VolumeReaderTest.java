package org.tandem.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

final class VolumeReaderTest {

    @TempDir
    private Path folder;

    @Test
    void slicesAreStackedAlongTheirNormalWhateverTheirOrderAndNumbers() throws IOException {
        List<Path> files = SyntheticSeries.write(folder, 5, (k, slice) -> {});
        Collections.shuffle(files, new Random(1));
        SeriesVolume series = read(files);
        assertThat(series.volume().grid())
                .isEqualTo(new Grid(
                        new Size(3, 2, 5),
                        new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)),
                        new Vector3(0.5, 0.75, 2),
                        new Vector3(-10, 20.5, 0)));
        assertThat(series.volume().at(2, 1, 4)).isEqualTo(412);
        assertThat(series.source().slices())
                .extracting(slice -> slice.sopInstance().value())
                .containsExactly("1.2.3.100.0", "1.2.3.100.1", "1.2.3.100.2", "1.2.3.100.3", "1.2.3.100.4");
    }

    @Test
    void textOfGeometryIsKeptAsTheSourceWroteIt() throws IOException {
        SourceSeries source =
                read(SyntheticSeries.write(folder, 2, (k, slice) -> {})).source();
        SliceGeometry geometry = source.inPatient().orElseThrow();
        assertThat(geometry.pixelSpacing()).containsExactly("0.75", "0.50");
        assertThat(geometry.sliceThickness()).contains("1.8");
        assertThat(source.slices().get(1).imagePosition()).containsExactly("-10", "20.5", "2.0");
        assertThat(source.header().contains(Tag.PIXEL_DATA)).isFalse();
    }

    @Test
    void eachSliceIsRescaledByItsOwnSlopeAndASlopeOfZeroIsOne() throws IOException {
        String[] slopes = {"2", "0.5", "0"};
        Volume volume = read(SyntheticSeries.write(
                        folder, 3, (k, slice) -> slice.putText(Tag.RESCALE_SLOPE, VR.DS, slopes[k])
                                .putText(Tag.RESCALE_INTERCEPT, VR.DS, "-1000")))
                .volume();
        assertThat(volume.at(1, 1, 0)).isEqualTo(11 * 2 - 1000);
        assertThat(volume.at(1, 1, 1)).isEqualTo(111 * 0.5f - 1000);
        assertThat(volume.at(1, 1, 2)).isEqualTo(211 - 1000);
    }

    @Test
    void sagittalSlicesRunFromLeftToRightWhereTheirNormalDoes() throws IOException {
        // columns towards the back, rows towards the feet: the normal points to the right
        Volume volume = read(SyntheticSeries.write(folder, 3, (k, slice) -> slice.putText(
                                Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, "0", "1", "0", "0", "0", "-1")
                        .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "" + 3 * k, "0", "0")))
                .volume();
        assertThat(volume.grid().axes().z()).isEqualTo(new Vector3(-1, 0, 0));
        assertThat(volume.grid().spacingMm().z()).isEqualTo(3);
        assertThat(volume.grid().origin()).isEqualTo(new Vector3(6, 0, 0));
        assertThat(volume.at(0, 0, 0)).isEqualTo(200);
    }

    @Test
    void framesOfSeveralEnhancedInstancesAreOneVolume() throws IOException {
        List<Path> files = List.of(enhanced("a.dcm", "1.2.3.7", 3, 0), enhanced("b.dcm", "1.2.3.8", 1, 2));
        SeriesVolume series = read(files);
        assertThat(series.volume().grid().size()).isEqualTo(new Size(3, 2, 4));
        assertThat(series.source().slices())
                .extracting(SourceSlice::frameNumber)
                .containsExactly(OptionalInt.of(2), OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(1));
        for (int z = 0; z < 4; z++) {
            // per-frame slope 2, shared intercept is not asked: groups are taken whole from the frame
            assertThat(series.volume().at(2, 1, z)).isEqualTo(2 * (100 * z + 12));
        }
    }

    @Test
    void anEnhancedObjectWithShuffledFramesIsTheHead() throws IOException {
        SeriesVolume series = read(List.of(Path.of("test-dicom/mr-enhanced/enhanced.dcm")));
        assertThat(series.volume().grid().size()).isEqualTo(new Size(46, 55, 46));
        List<Double> heights = series.source().slices().stream()
                .map(slice -> Double.parseDouble(slice.imagePosition().get(2)))
                .toList();
        assertThat(heights).isSorted();
        assertThat(series.source().slices())
                .extracting(slice -> slice.frameNumber().getAsInt())
                .doesNotHaveDuplicates()
                .isNotEqualTo(Stream.iterate(1, i -> i + 1).limit(46).toList());
    }

    /** Two frames in each file, of slices that are interleaved between files, the upper one first. */
    private Path enhanced(String name, String instance, int upper, int lower) throws IOException {
        byte[] pixels = new byte[24];
        System.arraycopy(SyntheticSeries.pixels(upper), 0, pixels, 0, 12);
        System.arraycopy(SyntheticSeries.pixels(lower), 0, pixels, 12, 12);
        DataSet shared = DataSet.builder()
                .putItems(
                        Tag.PIXEL_MEASURES_SEQUENCE,
                        DataSet.builder()
                                .putText(Tag.PIXEL_SPACING, VR.DS, "0.75", "0.5")
                                .build())
                .putItems(
                        Tag.PLANE_ORIENTATION_SEQUENCE,
                        DataSet.builder()
                                .putText(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, "1", "0", "0", "0", "1", "0")
                                .build())
                .build();
        DataSetBuilder image = SyntheticSeries.common(SopClasses.ENHANCED_MR_IMAGE_STORAGE, instance)
                .putText(Tag.NUMBER_OF_FRAMES, VR.IS, "2")
                .putItems(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frame(upper), frame(lower))
                .putBytes(Tag.PIXEL_DATA, VR.OW, pixels);
        return SyntheticSeries.file(folder, name, image.build());
    }

    private static DataSet frame(int k) {
        return DataSet.builder()
                .putItems(
                        Tag.PLANE_POSITION_SEQUENCE,
                        DataSet.builder()
                                .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "0", "0", "" + 2 * k)
                                .build())
                .putItems(
                        Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                        DataSet.builder().putText(Tag.RESCALE_SLOPE, VR.DS, "2").build())
                .build();
    }

    private static SeriesVolume read(List<Path> files) {
        Reading reading = VolumeReader.read(files);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).series();
    }

    private static List<Path> dicomFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".dcm")).toList());
        }
    }
}
