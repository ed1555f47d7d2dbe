package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.net.AeTitle;
import org.tandem.net.OutsideProgram;
import org.tandem.net.Peer;
import org.tandem.net.ScuOptions;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultPlan;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.sr.ReportForm;

/** Reports sent to dcmtk's storescp, which takes documents of one class only, and read there by its dsrdump. */
final class ReportFormIT {

    private static final String ONE_CLASS =
            """
            [[TransferSyntaxes]]
            [Plain]
            TransferSyntax1 = 1.2.840.10008.1.2.1
            [[PresentationContexts]]
            [One]
            PresentationContext1 = %s\\Plain
            [[Profiles]]
            [One]
            PresentationContexts = One
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(ReportForm.class)
    @SuppressWarnings("try") // the program only needs to be ended
    void whoTakesOneClassOfReportsGetsTheReportInThatForm(ReportForm form) throws Exception {
        Path received = Files.createDirectory(folder.resolve("received"));
        Path profile = Files.writeString(folder.resolve("one.cfg"), ONE_CLASS.formatted(form.sopClass()));
        int port = OutsideProgram.freePort();
        SendOutcome outcome;
        try (OutsideProgram.Running ignored =
                OutsideProgram.find("storescp").serve(port, "-xf", profile, "One", "-od", received, port)) {
            Peer peer = new Peer(new AeTitle("STORESCP"), "127.0.0.1", port);
            outcome = new Destinations(Map.of("pacs", peer), ScuOptions.of(new AeTitle("TANDEM")))
                    .send("pacs", renditions());
        }

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.ACCEPTED);
        assertThat(outcome.taken()).hasSize(1);
        assertThat(read(received))
                .startsWith(form.title() + " Document")
                .contains("\"Finding\")=(39607008,SCT,\"Lung\")", "68.6", "cubic millimeter");
    }

    private List<List<ResultRecord>> renditions() throws IOException {
        List<List<ResultRecord>> renditions = new ArrayList<>();
        for (ReportForm form : ReportForm.values()) {
            List<ResultRecord> rendition = new ArrayList<>();
            for (ResultObject object : ResultBuilder.build(
                    Phantom.input(Phantom.ct()),
                    ResultPlan.USUAL.withoutSegmentation().reportedAs(form))) {
                Path file = folder.resolve(object.sopInstance() + ".dcm");
                DicomFileWriter.write(file, object.toFile());
                rendition.add(new ResultRecord(object.kind(), object.sopClass(), object.sopInstance(), file));
            }
            renditions.add(rendition);
        }
        return renditions;
    }

    private static String read(Path folder) throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(folder)) {
            return OutsideProgram.find("dsrdump").run(files.findFirst().orElseThrow());
        }
    }
}
