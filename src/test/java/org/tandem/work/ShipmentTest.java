package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.net.AeTitle;
import org.tandem.net.DimseStatus;
import org.tandem.net.Peer;
import org.tandem.net.PeerTerms;
import org.tandem.net.ScpOptions;
import org.tandem.net.ScuOptions;
import org.tandem.net.StorageScp;
import org.tandem.net.StoreHandler;
import org.tandem.net.StoreOutcome;
import org.tandem.net.StoreRequest;
import org.tandem.result.ResultPlan;
import org.tandem.result.iod.ResultKind;

/** What a peer gets that takes less than it is offered. */
final class ShipmentTest {

    /** Print Job: in the standard, and nothing that is stored. */
    private static final Uid NOT_TAKEN = new Uid("1.2.840.10008.5.1.1.14");

    private static final long MEBIBYTE = 1 << 20;

    private final Path folder;
    private final List<Uid> stored = new ArrayList<>();
    private final ResultRecord segmentation;
    private final ResultRecord strangeSegmentation;
    private final ResultRecord labelMap;
    private final ResultRecord report;
    private final ResultRecord strangeReport;
    private final ResultRecord textReport;
    private final ResultRecord strangeMap;
    private final ResultRecord picture;
    private StoreOutcome reportsAnswer = StoreOutcome.SUCCESS;
    private final StorageScp scp;

    ShipmentTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        segmentation = result("2.25.1", ResultKind.SEGMENTATION, SopClasses.SEGMENTATION_STORAGE, MEBIBYTE);
        strangeSegmentation = result("2.25.2", ResultKind.SEGMENTATION, NOT_TAKEN, 10);
        labelMap = result("2.25.3", ResultKind.SEGMENTATION, SopClasses.LABEL_MAP_SEGMENTATION_STORAGE, 1000);
        report = result("2.25.4", ResultKind.STRUCTURED_REPORT, SopClasses.COMPREHENSIVE_3D_SR_STORAGE, 0);
        strangeReport = result("2.25.7", ResultKind.STRUCTURED_REPORT, NOT_TAKEN, 0);
        textReport = result("2.25.8", ResultKind.STRUCTURED_REPORT, SopClasses.BASIC_TEXT_SR_STORAGE, 0);
        strangeMap = result("2.25.5", ResultKind.PARAMETRIC_MAP, NOT_TAKEN, 10);
        picture = result("2.25.6", ResultKind.SECONDARY_CAPTURE, SopClasses.SECONDARY_CAPTURE_IMAGE_STORAGE, 10);
        scp = StorageScp.start(ScpOptions.of(new AeTitle("PACS"), 0), new StoreHandler() {
            @Override
            public StoreOutcome store(StoreRequest request, InputStream dataSet) throws IOException {
                dataSet.transferTo(OutputStream.nullOutputStream());
                if (request.sopClass().equals(report.sopClass()) && !reportsAnswer.equals(StoreOutcome.SUCCESS)) {
                    return reportsAnswer;
                }
                stored.add(request.sopInstance());
                return StoreOutcome.SUCCESS;
            }
        });
    }

    @AfterEach
    void close() {
        scp.close();
    }

    private ResultRecord result(String uid, ResultKind kind, Uid sopClass, long pixelBytes) throws IOException {
        DataSetBuilder object = DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, sopClass)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid(uid))
                .putBytes(Tag.PIXEL_DATA, VR.OB, new byte[(int) pixelBytes]);
        Path file = folder.resolve(uid + ".dcm");
        DicomFileWriter.write(file, DicomFile.of(object.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        return new ResultRecord(kind, sopClass, new Uid(uid), file);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the list copies the array
    private SendOutcome send(OptionalLong limitBytes, boolean deflate, List<ResultRecord>... renditions) {
        Peer peer = new Peer(new AeTitle("PACS"), "127.0.0.1", scp.port())
                .withTerms(PeerTerms.DEFAULT.withDeflate(deflate));
        return new Destinations(Map.of("pacs", peer), ScuOptions.of(new AeTitle("TANDEM")))
                .sending(Map.of("pacs", new DestinationTerms(ResultPlan.USUAL, limitBytes)))
                .send("pacs", List.of(renditions));
    }

    @SafeVarargs
    private SendOutcome send(List<ResultRecord>... renditions) {
        return send(OptionalLong.empty(), true, renditions);
    }

    private SendOutcome sendWithin(long limitBytes, boolean deflate) {
        return send(
                OptionalLong.of(limitBytes),
                deflate,
                List.of(segmentation, report),
                List.of(labelMap, report),
                List.of(picture));
    }

    @Test
    void theFirstRenditionIsSentWhereItsSegmentationIsTaken() {
        SendOutcome outcome = send(List.of(segmentation, report), List.of(picture));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.ACCEPTED);
        assertThat(stored).containsExactly(segmentation.sopInstance(), report.sopInstance());
        assertThat(outcome.taken()).isEqualTo(stored);
        assertThat(outcome.message()).isEqualTo("segmentation deflated 0000H SUCCESS, structured report 0000H SUCCESS");
    }

    @Test
    void picturesGoWhereNoSegmentationIsTakenAndTheMessageSaysSo() {
        SendOutcome outcome = send(List.of(strangeSegmentation, report), List.of(picture));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.ACCEPTED);
        assertThat(stored).containsExactly(picture.sopInstance());
        assertThat(outcome.message())
                .isEqualTo("secondary capture 0000H SUCCESS; left out: segmentation (not accepted by the peer)");
    }

    @Test
    void aReportGoesInTheFormThatIsTakenBesideTheSegmentation() {
        SendOutcome outcome = send(
                List.of(segmentation, strangeReport),
                List.of(segmentation, textReport),
                List.of(picture, strangeReport),
                List.of(picture, textReport));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.ACCEPTED);
        assertThat(stored).containsExactly(segmentation.sopInstance(), textReport.sopInstance());
        assertThat(outcome.message())
                .isEqualTo("segmentation deflated 0000H SUCCESS, structured report as Basic Text SR"
                        + " 0000H SUCCESS; left out: structured report (not accepted by the peer)");
    }

    @Test
    void theSegmentationGoesWhereNoFormOfTheReportIsTaken() {
        SendOutcome outcome = send(List.of(segmentation, strangeReport), List.of(picture));

        assertThat(stored).containsExactly(segmentation.sopInstance());
        assertThat(outcome.leftOut()).isEqualTo("structured report (not accepted by the peer)");
    }

    @Test
    void picturesGoWithTheFormOfTheReportThatIsTaken() {
        SendOutcome outcome = send(
                List.of(strangeSegmentation, strangeReport),
                List.of(strangeSegmentation, textReport),
                List.of(picture, strangeReport),
                List.of(picture, textReport));

        assertThat(stored).containsExactly(picture.sopInstance(), textReport.sopInstance());
        assertThat(outcome.leftOut())
                .isEqualTo("segmentation (not accepted by the peer), structured report (not accepted by the peer)");
    }

    @Test
    void anObjectThatIsNotTakenDoesNotHoldTheOthers() {
        SendOutcome outcome = send(List.of(segmentation, strangeMap, report));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.ACCEPTED);
        assertThat(stored).containsExactly(segmentation.sopInstance(), report.sopInstance());
        assertThat(outcome.leftOut()).isEqualTo("parametric map (not accepted by the peer)");
    }

    @Test
    void whereNothingAtAllIsTakenTheDeliveryIsRefused() {
        SendOutcome outcome = send(List.of(strangeSegmentation), List.of(strangeMap));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.REFUSED);
        assertThat(outcome.message()).contains("left out: segmentation", "parametric map");
        assertThat(stored).isEmpty();
    }

    @Test
    void aReportThatIsRefusedForGoodIsADeadLetterButTheRestIsThere() {
        reportsAnswer = new StoreOutcome(DimseStatus.CANNOT_UNDERSTAND, "no");

        SendOutcome outcome = send(List.of(report, segmentation));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.REFUSED);
        assertThat(outcome.taken()).containsExactly(segmentation.sopInstance());
    }

    @Test
    void aSegmentationThatIsSmallEnoughDeflatedIsSentSo() {
        assertThat(sendWithin(MEBIBYTE / 2, true).leftOut()).isEmpty();
        assertThat(stored).containsExactly(segmentation.sopInstance(), report.sopInstance());
    }

    @Test
    void aSegmentationThatIsTooLargeGoesAsALabelMap() {
        SendOutcome outcome = sendWithin(MEBIBYTE / 2, false);

        assertThat(stored).containsExactly(labelMap.sopInstance(), report.sopInstance());
        assertThat(outcome.message())
                .isEqualTo("segmentation as label map 0000H SUCCESS, structured report 0000H SUCCESS;"
                        + " left out: segmentation (1.00 MiB, above the limit of 0.50 MiB)");
    }

    @Test
    void whereNoSegmentationIsSmallEnoughPicturesGo() {
        SendOutcome outcome = sendWithin(100, false);

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.ACCEPTED);
        assertThat(stored).containsExactly(picture.sopInstance());
        assertThat(outcome.leftOut()).contains("segmentation (1.00 MiB", "segmentation as label map (0.00 MiB");
    }
}
