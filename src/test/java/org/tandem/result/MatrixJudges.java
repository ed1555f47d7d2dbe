package org.tandem.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tandem.dicom.Tag;
import org.tandem.evaluate.data.NrrdFile;
import org.tandem.result.finding.Finding;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.sr.ReportForm;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** Asks programs of others about a case; each answers in words. */
final class MatrixJudges {

    private static final String IDENTICAL = "identical";
    private static final String NO_ERROR = "no error";
    private static final String NOT_ITS = "–";
    private static final String NOT_HERE = "not here";

    /** Of a coordinate in voxels; readers write positions with fewer digits. */
    private static final double OFF_VOXEL = 0.01;

    private static final double RELATIVE = 1e-6;

    private MatrixJudges() {}

    static boolean isGood(String verdict) {
        return Stream.of(IDENTICAL, NO_ERROR, NOT_HERE).anyMatch(verdict::equals)
                || verdict.equals(NOT_ITS)
                || verdict.startsWith(NOT_ITS + " (")
                || verdict.matches("\\d+ frames");
    }

    static String dciodvfy(MatrixCase of) throws IOException, InterruptedException {
        if (of.result().sopClass().value().equals("1.2.840.10008.5.1.4.1.1.66.7")) {
            return NOT_ITS; // Debian's is of 2022 and does not know label maps
        }
        String said = run("dciodvfy", of.file().toString());
        return said.lines().filter(line -> line.startsWith("Error")).findFirst().orElse(NO_ERROR);
    }

    static String dcmtk(MatrixCase of) throws IOException, InterruptedException {
        boolean document = of.result().kind() == ResultKind.STRUCTURED_REPORT
                || of.result().kind() == ResultKind.KEY_OBJECT_SELECTION;
        String said = document
                ? run("dsrdump", "-q", of.file().toString())
                : run("dcmdump", "-q", of.file().toString());
        return said.lines()
                .filter(line -> line.startsWith("E:") || line.startsWith("F:"))
                .findFirst()
                .orElse(NO_ERROR);
    }

    static String dcmqi(MatrixCase of, MatrixSource source) throws IOException, InterruptedException {
        if (System.getenv("TANDEM_DCMQI_BIN") == null) {
            return NOT_HERE;
        }
        if (of.isSegmentation()) {
            boolean binary =
                    of.result().dataSet().requireString(Tag.SEGMENTATION_TYPE).equals("BINARY");
            if (binary && !source.inPatient()) {
                return NOT_ITS + " (it places every frame in the patient)";
            }
            return binary ? segmentationByDcmqi(of, source) : NOT_ITS;
        }
        if (of.result().kind() == ResultKind.PARAMETRIC_MAP) {
            return mapByDcmqi(of);
        }
        boolean numbers = of.result().kind() == ResultKind.STRUCTURED_REPORT
                && !of.result().sopClass().equals(ReportForm.BASIC_TEXT.sopClass());
        return numbers ? reportByDcmqi(of, source) : NOT_ITS;
    }

    /** Of the file of floating point that it writes: the values, in the order of the source's grid. */
    private static String mapByDcmqi(MatrixCase of) throws IOException, InterruptedException {
        Path out = Files.createDirectories(of.file().resolveSibling(of.id() + "-dcmqi"));
        String said = run(
                dcmqiProgram("paramap2itkimage"),
                "--inputDICOM",
                of.file().toString(),
                "--outputDirectory",
                out.toString(),
                "-t",
                "nrrd");
        Path nrrd = out.resolve("pmap.nrrd");
        if (!Files.exists(nrrd)) {
            return "not read: " + said;
        }
        float[] found = FloatNrrd.read(nrrd);
        float[] expected = of.map().voxels();
        int mismatch = Arrays.mismatch(found, expected);
        return mismatch < 0 ? IDENTICAL : found.length + " values, the first to differ is " + mismatch;
    }

    private static String segmentationByDcmqi(MatrixCase of, MatrixSource source)
            throws IOException, InterruptedException {
        Path out = Files.createDirectories(of.file().resolveSibling(of.id() + "-dcmqi"));
        String said = run(
                dcmqiProgram("segimage2itkimage"),
                "--inputDICOM",
                of.file().toString(),
                "--outputDirectory",
                out.toString(),
                "-t",
                "nrrd");
        for (Finding.Segmented finding : of.findings().segmented()) {
            Path nrrd = out.resolve(finding.number() + ".nrrd");
            if (!Files.exists(nrrd)) {
                return "no segment " + finding.number() + ": " + said;
            }
            BitSet found = onto(source.series().volume().grid(), NrrdFile.readMask(nrrd));
            if (!found.equals(finding.mask().voxels())) {
                return "segment " + finding.number() + " has " + found.cardinality() + " voxels, expected "
                        + finding.mask().count();
            }
        }
        return IDENTICAL;
    }

    /** The voxels of a mask on any grid as voxels of this one; one that has no place there becomes voxel 0 of none. */
    private static BitSet onto(Grid grid, Mask mask) {
        BitSet voxels = new BitSet();
        Size from = mask.grid().size();
        for (int i = mask.voxels().nextSetBit(0); i >= 0; i = mask.voxels().nextSetBit(i + 1)) {
            Vector3 index = grid.toIndex(mask.grid()
                    .toPatient(new Vector3(i % from.x(), i / from.x() % from.y(), i / (from.x() * from.y()))));
            Vector3 nearest = new Vector3(Math.rint(index.x()), Math.rint(index.y()), Math.rint(index.z()));
            if (index.minus(nearest).length() > OFF_VOXEL) {
                return new BitSet();
            }
            voxels.set(grid.size().offset((int) nearest.x(), (int) nearest.y(), (int) nearest.z()));
        }
        return voxels;
    }

    private static String reportByDcmqi(MatrixCase of, MatrixSource source) throws IOException, InterruptedException {
        Path out = of.file().resolveSibling(of.id() + ".json");
        String said = run(
                dcmqiProgram("tid1500reader"),
                "--inputDICOM",
                of.file().toString(),
                "--outputMetadata",
                out.toString());
        if (!Files.exists(out)) {
            return "not read: " + said;
        }
        Map<String, Double> expected = source.inPatient() ? of.volumesMm3() : Map.of();
        int compared = 0;
        for (JsonNode group : new ObjectMapper().readTree(out.toFile()).path("Measurements")) {
            Double volume = expected.get(group.path("TrackingUniqueIdentifier").asText());
            for (JsonNode item : group.path("measurementItems")) {
                boolean mm3 = item.path("units").path("CodeValue").asText().equals("mm3");
                if (volume != null
                        && mm3
                        && item.path("quantity").path("CodeValue").asText().equals("118565006")) {
                    compared++;
                    double value = item.path("value").asDouble();
                    if (Math.abs(value - volume) > RELATIVE * volume) {
                        return "volume " + value + ", expected " + volume;
                    }
                }
            }
        }
        return compared == expected.size() ? IDENTICAL : compared + " volumes, expected " + expected.size();
    }

    /** Verdicts by case. */
    static Map<String, String> python(String judge, Path folder) throws IOException, InterruptedException {
        String variable = judge.equals("highdicom") ? "TANDEM_PYTHON" : "TANDEM_PYDICOM_SEG_PYTHON";
        String python = System.getenv(variable);
        Map<String, String> verdicts = new TreeMap<>();
        if (python == null) {
            System.err.println("SKIPPED " + judge + ": " + variable + " is not set");
            return verdicts;
        }
        String script = Path.of("etc", "judges", "result_matrix.py").toString();
        for (String line : run(python, script, judge, folder.toString()).split("\n")) {
            String[] words = line.split("\t", 2);
            if (words.length == 2) {
                verdicts.put(words[0], words[1]);
            }
        }
        return verdicts;
    }

    private static String dcmqiProgram(String name) {
        return Path.of(System.getenv("TANDEM_DCMQI_BIN"), name).toString();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
