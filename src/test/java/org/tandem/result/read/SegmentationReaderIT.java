package org.tandem.result.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.Code;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.result.Judge;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Our readers against highdicom's, voxel for voxel and attribute for attribute: of what highdicom writes over the balls
 * of test-dicom, and of every segmentation and map in the folder that TANDEM_RESULT_SAMPLES names.
 */
class SegmentationReaderIT {

    private static final String SCRIPT =
            Path.of("etc", "judges", "foreign_results.py").toString();
    private static final double ROUNDING_OF_POSITIONS = 0.02;

    private final Path folder;

    SegmentationReaderIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ct-sphere", "ct-sphere-oblique"})
    void whatHighdicomWritesIsReadAsHighdicomReadsIt(String series) throws Exception {
        Path made = Files.createDirectories(folder.resolve("made"));
        Judge.Verdict verdict = Judge.python()
                .run(
                        SCRIPT,
                        "make",
                        made.toString(),
                        Path.of("test-dicom", series).toString());
        assertThat(verdict.exitCode()).as(verdict.output()).isZero();

        List<Path> files = results(made);
        assertThat(files).as("made of " + series).hasSizeGreaterThan(8);
        assertThat(compared(files)).isEqualTo(files.size());
    }

    @Test
    void whatOthersWroteIsReadAsHighdicomReadsIt() throws Exception {
        String named = System.getenv("TANDEM_RESULT_SAMPLES");
        if (named == null) {
            System.err.println("SKIPPED reading results of others: TANDEM_RESULT_SAMPLES names no folder");
        }
        org.junit.jupiter.api.Assumptions.assumeTrue(named != null, "TANDEM_RESULT_SAMPLES names no folder");

        assertThat(compared(results(Path.of(named)))).isPositive();
    }

    private static List<Path> results(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .filter(file -> {
                        DicomFile header = DicomFileReader.readHeader(file);
                        return SegmentationReader.reads(header.dataSet())
                                || ParametricMapReader.reads(header.dataSet());
                    })
                    .sorted()
                    .toList();
        }
    }

    /** How many files highdicom could read; of those, ours must say the same. */
    private int compared(List<Path> files) throws Exception {
        Path read = Files.createDirectories(folder.resolve("read"));
        List<String> arguments = new ArrayList<>(List.of(SCRIPT, "read", read.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        Judge.Verdict verdict = Judge.python().run(arguments.toArray(String[]::new));
        assertThat(verdict.exitCode()).as(verdict.output()).isZero();
        int compared = 0;
        for (int i = 0; i < files.size(); i++) {
            Path text = read.resolve(i + ".txt");
            if (Files.readString(text).startsWith("refused")) {
                System.err.println("SKIPPED " + files.get(i) + ": highdicom says " + Files.readString(text));
                continue;
            }
            compare(files.get(i), ForeignReading.of(read, i));
            compared++;
        }
        return compared;
    }

    private static void compare(Path path, ForeignReading theirs) {
        DicomFile file = DicomFileReader.read(path);
        if (ParametricMapReader.reads(file.dataSet())) {
            compareValues(path, ParametricMapReader.read(file).volume(), theirs, 0);
            return;
        }
        ReadSegmentation ours = SegmentationReader.read(file);
        Map<Integer, Mask> masks = ours.masks();
        List<ReadSegment> segments = ours.foreground();
        assertThat(segments).as(path + ", segments").hasSize(theirs.segments().size());
        for (int i = 0; i < segments.size(); i++) {
            ReadSegment segment = segments.get(i);
            assertThat(described(segment))
                    .as(path.toString())
                    .isEqualTo(ofTheirs(theirs.segments().get(i)));
            compareValues(path, ours.fractions(segment.number()), theirs, i);
            compareMask(path, masks.get(segment.number()), theirs, i);
        }
    }

    private static void compareValues(Path path, Volume ours, ForeignReading theirs, int segment) {
        int different = 0;
        for (int voxel = 0; voxel < theirs.voxels(); voxel++) {
            int at = offset(path, ours.grid(), theirs.patient(voxel));
            float mine = at < 0 ? 0 : ours.voxels()[at];
            different += Math.abs(mine - theirs.value(segment, voxel)) > 1e-5 ? 1 : 0;
        }
        assertThat(different)
                .as(path + ", segment " + segment + ", differing values")
                .isZero();
    }

    private static void compareMask(Path path, Mask ours, ForeignReading theirs, int segment) {
        int different = 0;
        int theirCount = 0;
        for (int voxel = 0; voxel < theirs.voxels(); voxel++) {
            int at = offset(path, ours.grid(), theirs.patient(voxel));
            boolean mine = at >= 0 && ours.voxels().get(at);
            boolean wanted = theirs.value(segment, voxel) >= 0.5;
            theirCount += wanted ? 1 : 0;
            different += mine == wanted ? 0 : 1;
        }
        assertThat(different)
                .as(path + ", segment " + segment + ", differing voxels")
                .isZero();
        assertThat(ours.count()).as(path + ", segment " + segment).isEqualTo(theirCount);
    }

    /** Where a point of theirs stands in ours; -1 outside, where they count slices that hold nothing. */
    private static int offset(Path path, Grid grid, Vector3 patient) {
        Vector3 index = grid.toIndex(patient);
        int x = (int) Math.round(index.x());
        int y = (int) Math.round(index.y());
        int z = (int) Math.round(index.z());
        if (Math.abs(index.x() - x) + Math.abs(index.y() - y) + Math.abs(index.z() - z) > ROUNDING_OF_POSITIONS) {
            throw new AssertionError(path + ": their voxel is between ours, at " + index);
        }
        Size size = grid.size();
        boolean inside = x >= 0 && y >= 0 && z >= 0 && x < size.x() && y < size.y() && z < size.z();
        return inside ? size.offset(x, y, z) : -1;
    }

    private static List<String> described(ReadSegment segment) {
        return List.of(
                Integer.toString(segment.number()),
                segment.label(),
                text(segment.category().stream().toList()),
                text(segment.type().stream().toList()),
                segment.algorithmType().orElse(""),
                segment.algorithm().name().orElse(""),
                segment.algorithm().version().orElse(""),
                segment.trackingId().orElse(""),
                segment.trackingUid().map(Object::toString).orElse(""),
                segment.colour().map(DisplayColour::toString).orElse(""),
                segment.regions().stream()
                        .map(region -> text(List.of(region.region())))
                        .collect(Collectors.joining(";")));
    }

    private static List<String> ofTheirs(String[] fields) {
        List<String> wanted = new ArrayList<>(List.of(fields).subList(1, fields.length));
        String[] lab = fields[10].isEmpty() ? new String[0] : fields[10].split(",");
        wanted.set(
                9,
                lab.length == 0
                        ? ""
                        : DisplayColour.ofCieLab(
                                        Integer.parseInt(lab[0]), Integer.parseInt(lab[1]), Integer.parseInt(lab[2]))
                                .toString());
        return wanted;
    }

    private static String text(List<Code> codes) {
        return codes.stream().map(code -> code.value() + "," + code.scheme()).collect(Collectors.joining(";"));
    }
}
