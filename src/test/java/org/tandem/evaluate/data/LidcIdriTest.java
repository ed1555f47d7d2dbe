package org.tandem.evaluate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;

/** A CT of this project under the folders of LIDC-IDRI, with an XML in its layout of what four readers marked. */
final class LidcIdriTest {

    private static final String NOT_NODULE = "<nonNodule><nonNoduleID>7</nonNoduleID></nonNodule>";

    @TempDir
    private Path root;

    private final List<String> instances = new ArrayList<>();
    private Path series;
    private String seriesUid;

    /** The slices under names that say nothing of their order. */
    @BeforeEach
    void copySlices() throws IOException {
        series = Files.createDirectories(root.resolve("LIDC-IDRI-0001/1.3.6.1.4/1.3.6.2"));
        List<Path> slices;
        try (Stream<Path> files = Files.list(Path.of("test-dicom", "ct-sphere"))) {
            slices = new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".dcm")).toList());
        }
        slices.sort(Comparator.comparingDouble(LidcIdriTest::height));
        for (Path slice : slices) {
            DataSet header = DicomFileReader.readHeader(slice).dataSet();
            instances.add(header.requireUid(Tag.SOP_INSTANCE_UID).toString());
            seriesUid = header.requireUid(Tag.SERIES_INSTANCE_UID).toString();
        }
        Collections.reverse(slices);
        for (int i = 0; i < slices.size(); i++) {
            Files.copy(slices.get(i), series.resolve(String.format("%06d.dcm", i + 1)));
        }
    }

    @Test
    void aNoduleThatThreeReadersMarkedIsTrueAndOthersAreDoubtful() throws IOException {
        write(
                nodule(square(20, 20, 10, 12)) + nodule(square(40, 40, 30, 30)),
                nodule(square(23, 20, 10, 12)) + nodule(square(41, 40, 30, 30)),
                NOT_NODULE + nodule(square(20, 20, 11, 13)),
                nodule(point(50, 10, 5)));

        Truth.Places nodules = read(3).truth(Truth.Places.class).orElseThrow().of("Nodule");

        // ten pixels wide and three slices high: the mean of boxes from 19.5, 22.5 and 19.5, and slices 9.5, 9.5, 10.5
        assertThat(nodules.places()).hasSize(1);
        assertThat(nodules.places().get(0).from().x()).isCloseTo(20.5, within(1e-9));
        assertThat(nodules.places().get(0).to().y()).isCloseTo(29.5, within(1e-9));
        assertThat(nodules.places().get(0).from().z()).isCloseTo(9 + 5 / 6.0, within(1e-9));
        assertThat(nodules.doubtful())
                .as("of two readers, and below 3 mm")
                .extracting(place -> place.centre().x())
                .containsExactlyInAnyOrder(45.0, 50.0);
    }

    @Test
    void howManyReadersIsForThePersonWhoEvaluatesToSay() throws IOException {
        write(nodule(square(40, 40, 30, 30)), nodule(square(41, 40, 30, 30)), "", "");

        assertThat(read(2).truth(Truth.Places.class).orElseThrow().of("Nodule").places())
                .hasSize(1);
        assertThat(read(3).truth(Truth.Places.class).orElseThrow().of("Nodule").places())
                .isEmpty();
    }

    @Test
    void aCaseIsTheSeriesThatTheReadingsNameAndKeepsItsPatient() throws IOException {
        write("", "", "", "");

        Case one = read(3);

        assertThat(one.id()).isEqualTo(seriesUid);
        assertThat(one.columns()).containsAllEntriesOf(Map.of("patient", "LIDC-IDRI-0001", "modality", "CT"));
        assertThat(one.images().read().volume().grid().size().z()).isEqualTo(instances.size());
    }

    @Test
    void readingsThatAreCutOffAreRefused() throws IOException {
        Files.writeString(series.resolve("069.xml"), "<LidcReadMessage><readingSession>");

        assertThatThrownBy(() -> read(3)).hasMessageContaining("LIDC readings 069.xml: got");
    }

    private static double height(Path slice) {
        return DicomFileReader.readHeader(slice).dataSet().decimals(Tag.IMAGE_POSITION_PATIENT)[2];
    }

    private Case read(int readers) throws IOException {
        DataSetOptions options = new DataSetOptions(root, Optional.empty(), readers);
        assertThat(DataSetFormat.guess(options)).isEqualTo(DataSetFormat.LIDC);
        return DataSetFormat.LIDC.read(options).get(0);
    }

    private void write(String... sessions) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<LidcReadMessage uid=\"1.3.6.1.4.1.14519.5.2.1.6279.6001.1307390687803.0\""
                + " xmlns=\"http://www.nih.gov\"><ResponseHeader><Version>1.8.1</Version>"
                + "<SeriesInstanceUid>" + seriesUid + "</SeriesInstanceUid></ResponseHeader>\n");
        for (String session : sessions) {
            xml.append("<readingSession><annotationVersion>3.12</annotationVersion>"
                    + "<servicingRadiologistID>anonymous</servicingRadiologistID>" + session + "</readingSession>\n");
        }
        Files.writeString(series.resolve("069.xml"), xml + "</LidcReadMessage>\n");
    }

    private static String nodule(String regions) {
        return "<unblindedReadNodule><noduleID>Nodule 001</noduleID>" + regions + "</unblindedReadNodule>";
    }

    /** Ten pixels wide, with the outline around them. */
    private String square(int left, int top, int first, int last) {
        StringBuilder regions = new StringBuilder();
        for (int z = first; z <= last; z++) {
            String edges = IntStream.rangeClosed(-1, 10)
                    .mapToObj(i -> edge(left + i, top - 1)
                            + edge(left + i, top + 10)
                            + edge(left - 1, top + i)
                            + edge(left + 10, top + i))
                    .reduce("", String::concat);
            regions.append(region(z, edges));
        }
        return regions.toString();
    }

    private String point(int x, int y, int z) {
        return region(z, edge(x, y));
    }

    private String region(int z, String edges) {
        return "<roi><imageZposition>0</imageZposition><imageSOP_UID>" + instances.get(z)
                + "</imageSOP_UID><inclusion>TRUE</inclusion>" + edges + "</roi>";
    }

    private static String edge(int x, int y) {
        return "<edgeMap><xCoord>" + x + "</xCoord><yCoord>" + y + "</yCoord></edgeMap>";
    }
}
