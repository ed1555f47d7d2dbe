package org.tandem.result.pr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.model.OperatingPoint;
import org.tandem.result.Judge;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.ClassificationFindings;
import org.tandem.result.finding.ClassificationFindings.Score;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.Reading;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;

/** dcmtk shows an image through its presentation state as it shows it without: windows, rescaling, negatives. */
class PresentationStateIT {

    /** Windows told in stored values are decimal strings of 16 letters. */
    private static final int ROUNDED_PIXELS = 2;

    private final Path folder;

    PresentationStateIT(@TempDir Path folder) {
        this.folder = folder;
    }

    /** PET slices have a Rescale Slope each; the first view of the chest is a negative, the hand not square. */
    @ParameterizedTest
    @ValueSource(strings = {"ct-sphere-oblique", "pet-small", "dx-chest/IM0001.dcm", "cr-hand", "mg-breast/LMLO.dcm"})
    void dcmtkShowsAnImageThroughTheStateAsWithoutIt(String source) throws Exception {
        List<Path> files = files(Path.of("test-dicom", source));
        Path state = folder.resolve("state.dcm");
        DicomFileWriter.write(state, state(files).toFile());
        for (Path file : List.of(files.get(0), files.get(files.size() / 2), files.get(files.size() - 1))) {
            byte[] without = shown(file.toString());
            byte[] through = shown("-p", state.toString(), file.toString());
            assertThat(through).hasSameSizeAs(without);
            int rounded = 0;
            for (int i = 0; i < without.length; i++) {
                int difference = Math.abs((without[i] & 0xFF) - (through[i] & 0xFF));
                assertThat(difference).as("%s, byte %d", file, i).isLessThanOrEqualTo(1);
                rounded += difference;
            }
            assertThat(rounded).as("%s", file).isLessThanOrEqualTo(ROUNDED_PIXELS);
        }
    }

    private static List<Path> files(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return List.of(source);
        }
        try (Stream<Path> files = Files.list(source)) {
            return files.sorted().toList();
        }
    }

    private static ResultObject state(List<Path> files) {
        Reading reading = SeriesReader.read(files);
        SeriesVolume series = reading instanceof Reading.Pictures pictures
                ? pictures.pictures().get(0)
                : ((Reading.Read) reading).series();
        Score score = new Score(Phantom.NODULE.meaning(), 0.9, Optional.empty(), OperatingPoint.at(0.5));
        ResultInput input = new ResultInput(
                series, Phantom.MODEL, List.of(new ClassificationFindings(List.of(score))), Phantom.PRODUCTION);
        return ResultBuilder.build(input, ResultPlan.of(EnumSet.of(ResultKind.PRESENTATION_STATE)))
                .get(0);
    }

    private byte[] shown(String... arguments) throws Exception {
        Path picture = folder.resolve("picture.pgm");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(picture.toString());
        assertThat(new Judge("dcmp2pgm").run(all.toArray(String[]::new)).exitCode())
                .isZero();
        return Files.readAllBytes(picture);
    }
}
