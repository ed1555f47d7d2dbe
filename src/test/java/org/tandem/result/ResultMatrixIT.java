package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.seg.Encoding;
import org.tandem.result.seg.SegmentationOptions;
import org.tandem.result.sr.ReportForm;

/**
 * Every kind of object on every kind of source, read back by toolkits that nobody here wrote. Prints the matrix; a cell
 * says what the judge found, "–" what is not this judge's to read.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResultMatrixIT {

    @TempDir
    private Path folder;

    private final Map<String, MatrixSource> sources = new LinkedHashMap<>();
    private final List<MatrixCase> cases = new ArrayList<>();
    private final Map<String, Map<String, String>> verdicts = new TreeMap<>();

    @Test
    void everyObjectOnEverySourceIsReadBackAsItWasMeant() throws Exception {
        for (MatrixSource source : MatrixSource.all()) {
            sources.put(source.name(), source);
            for (Encoding encoding : Encoding.values()) {
                write(source, encoding);
            }
            for (ReportForm form : ReportForm.values()) {
                writeReports(source, form);
            }
        }
        writeCases();
        for (MatrixCase each : cases) {
            tell(each, "dciodvfy", MatrixJudges.dciodvfy(each));
            tell(each, "dcmtk", MatrixJudges.dcmtk(each));
            tell(each, "dcmqi", MatrixJudges.dcmqi(each, sources.get(each.source())));
        }
        for (String judge : List.of("highdicom", "pydicom-seg")) {
            MatrixJudges.python(judge, folder)
                    .forEach((id, verdict) -> verdicts.get(id).put(judge, verdict));
        }
        printMatrix();
        assertThat(verdicts)
                .allSatisfy((id, row) -> assertThat(row.values()).as(id).allMatch(MatrixJudges::isGood));
    }

    /** All objects with a binary segmentation; of the other encodings only that. */
    private void write(MatrixSource source, Encoding encoding) throws IOException {
        EnumSet<ResultKind> kinds =
                encoding == Encoding.BINARY ? EnumSet.allOf(ResultKind.class) : EnumSet.of(ResultKind.SEGMENTATION);
        ResultPlan plan = new ResultPlan(kinds, new SegmentationOptions(encoding, false));
        for (ResultObject object : ResultBuilder.build(source.input(), plan)) {
            boolean segmentation = object.kind() == ResultKind.SEGMENTATION;
            String name = words(object.kind()) + (segmentation ? ", " + words(encoding) : "");
            cases.add(MatrixCase.write(source, name, object, folder));
        }
    }

    /** The report is written with the other objects in its richest form. */
    private void writeReports(MatrixSource source, ReportForm form) throws IOException {
        String as = form == ReportForm.COMPREHENSIVE_3D ? "" : ", " + form.title();
        ResultPlan plan = ResultPlan.USUAL.reportedAs(form);
        for (ResultObject object : ResultBuilder.build(source.input(), plan)) {
            if (object.kind() == ResultKind.STRUCTURED_REPORT && !as.isEmpty()) {
                cases.add(MatrixCase.write(source, words(object.kind()) + as, object, folder));
            }
        }
        NotProcessed series = new NotProcessed(
                source.series().source(), Phantom.MODEL, "SLICE_GAP: made up for this test.", Phantom.PRODUCTION);
        ResultObject report = ResultBuilder.notProcessed(series, form, List.of());
        cases.add(MatrixCase.write(source, "not processed" + as, report, folder));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void tell(MatrixCase of, String judge, String verdict) {
        verdicts.computeIfAbsent(of.id(), id -> new LinkedHashMap<>()).put(judge, verdict);
    }

    private void writeCases() throws IOException {
        List<Map<String, Object>> json = new ArrayList<>();
        for (MatrixCase each : cases) {
            json.add(each.forJudges(sources.get(each.source())));
        }
        Files.writeString(folder.resolve("cases.json"), new ObjectMapper().writeValueAsString(json));
    }

    private void printMatrix() {
        List<String> judges = List.of("dciodvfy", "dcmtk", "highdicom", "dcmqi", "pydicom-seg");
        System.out.println("| source | object | " + String.join(" | ", judges) + " |");
        for (MatrixCase each : cases) {
            Map<String, String> row = verdicts.get(each.id());
            System.out.println("| " + each.source() + " | " + each.object() + " | "
                    + String.join(
                            " | ",
                            judges.stream()
                                    .map(judge -> row.getOrDefault(judge, "not here"))
                                    .toList())
                    + " |");
        }
    }
}
