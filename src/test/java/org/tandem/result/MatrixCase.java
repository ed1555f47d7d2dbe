package org.tandem.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Tag;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.SourceSlice;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/** One object of one source, written to a folder with what judges have to find in it. */
record MatrixCase(String source, String object, ResultObject result, Path file, Findings findings) {

    static MatrixCase write(MatrixSource source, String object, ResultObject result, Path folder) throws IOException {
        ResultInput input = source.input();
        ResultContext context = ResultContext.of(input.source().source(), input.model(), input.production());
        Findings findings = object.startsWith("not processed")
                ? Findings.of(List.of(), context.uids()::tracking)
                : Findings.of(input.findings(), context.uids()::tracking);
        String number = result.dataSet().integer(Tag.INSTANCE_NUMBER).orElse(1) + "";
        String name = (source.name() + " " + object + " " + number).replaceAll("[^A-Za-z0-9]+", "-");
        Path file = folder.resolve(name + ".dcm");
        DicomFileWriter.write(file, result.toFile());
        return new MatrixCase(source.name(), object, result, file, findings);
    }

    String id() {
        return file.getFileName().toString();
    }

    boolean isSegmentation() {
        return result.kind() == ResultKind.SEGMENTATION;
    }

    /** As {@code etc/judges/result_matrix.py} reads it. */
    Map<String, Object> forJudges(MatrixSource source) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id());
        json.put("file", id());
        json.put("kind", result.kind().abbreviation());
        if (isSegmentation()) {
            putSegmentation(json, source);
        } else if (result.kind() == ResultKind.STRUCTURED_REPORT) {
            json.put("volumes", source.inPatient() ? volumesMm3() : Map.of());
            json.put("groups", findings.all().size());
        } else if (result.kind() == ResultKind.PARAMETRIC_MAP) {
            putMap(json, source);
        } else if (result.kind() == ResultKind.PRESENTATION_STATE) {
            putGrid(json, source);
            json.put("segments", segments());
        }
        return json;
    }

    /** By tracking UID. */
    Map<String, Double> volumesMm3() {
        return findings.segmented().stream()
                .collect(Collectors.toMap(finding -> finding.tracking().uid().value(), finding -> finding.mask()
                        .volumeMm3()));
    }

    /** Of the maps of a run, in the order of their instance numbers. */
    Volume map() {
        int number = result.dataSet().requireInteger(Tag.INSTANCE_NUMBER);
        return findings.maps().get(number - 1).values();
    }

    private void putMap(Map<String, Object> json, MatrixSource source) throws IOException {
        putGrid(json, source);
        float[] voxels = map().voxels();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * voxels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(voxels);
        Files.write(file.resolveSibling(id() + ".floats"), bytes.array());
        json.put("values", id() + ".floats");
    }

    private void putSegmentation(Map<String, Object> json, MatrixSource source) throws IOException {
        json.put("encoding", result.dataSet().requireString(Tag.SEGMENTATION_TYPE));
        putGrid(json, source);
        json.put("segments", segments());
    }

    private List<Map<String, Object>> segments() throws IOException {
        List<Map<String, Object>> segments = new java.util.ArrayList<>();
        for (Finding.Segmented finding : findings.segmented()) {
            segments.add(segment(finding));
        }
        return segments;
    }

    private static void putGrid(Map<String, Object> json, MatrixSource source) {
        Size size = source.series().volume().grid().size();
        json.put("rows", size.y());
        json.put("columns", size.x());
        json.put(
                "slices",
                source.series().source().slices().stream()
                        .map(MatrixCase::slice)
                        .toList());
    }

    private static Map<String, Object> slice(SourceSlice slice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("instance", slice.sopInstance().value());
        json.put("frame", slice.frameNumber().orElse(0));
        json.put(
                "position",
                slice.imagePosition().stream().map(Double::parseDouble).toList());
        return json;
    }

    private Map<String, Object> segment(Finding.Segmented finding) throws IOException {
        Volume probability = finding.region().probability().orElseThrow().onSourceGrid();
        byte[] voxels = new byte[probability.voxels().length];
        byte[] levels = new byte[voxels.length];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (byte) (finding.mask().voxels().get(i) ? 1 : 0);
            levels[i] = (byte) Math.round(255 * probability.voxels()[i]);
        }
        String name = id() + "-" + finding.number();
        Files.write(file.resolveSibling(name + ".voxels"), voxels);
        Files.write(file.resolveSibling(name + ".levels"), levels);
        return Map.of(
                "label",
                finding.meaning().label(),
                "tracking",
                finding.tracking().uid().value(),
                "voxels",
                name + ".voxels",
                "probability",
                name + ".levels");
    }
}
