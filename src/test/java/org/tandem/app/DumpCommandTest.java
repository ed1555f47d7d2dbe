package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DumpCommandTest {

    private static final String NAME = "test-dicom/jp-name/IM0001.dcm";
    private static final String CUT_OFF = "test-dicom/broken/truncated.dcm";
    private static final String NO_DICOM = "test-dicom/broken/not-dicom.dcm";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int dump(String... arguments) {
        CommandLine commandLine =
                Tandem.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "dump";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commandLine.execute(all);
    }

    @Test
    void longValuesAreCutUnlessAllIsWanted() {
        assertThat(dump(NAME)).isZero();
        assertThat(out.toString())
                .contains("...")
                .contains("(0008,0016) UI [1.2.840.10008.5.1.4.1.1.4] =MR Image Storage");
        out.getBuffer().setLength(0);
        assertThat(dump("--all", NAME)).isZero();
        assertThat(out.toString()).doesNotContain("...");
    }

    @Test
    void onlyTheElementsThatWereAskedForAreShownWhereverTheyStand() {
        assertThat(dump("--tag", "PatientID", "--tag", "00080060", NAME)).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("\\(0008,0060\\).*|\\(0010,0020\\).*"));
        out.getBuffer().setLength(0);
        assertThat(dump("--tag", "FrameContentSequence", "test-dicom/mr-enhanced/enhanced.dcm"))
                .isZero();
        assertThat(out.toString().lines()).hasSize(46).first().asString().startsWith("(5200,9230)[1].(0020,9111) SQ");
        assertThat(dump("--tag", "NoSuchThing", NAME)).isEqualTo(2);
        assertThat(err.toString()).contains("NoSuchThing");
    }

    @Test
    void whatIsOddGoesToStandardErrorAndWhatIsNoDicomFails() {
        assertThat(dump(CUT_OFF)).isZero();
        assertThat(err.toString()).contains("warning: " + CUT_OFF + ": (7FE0,0010) at byte 1258: is cut off");
        assertThat(dump(NO_DICOM, NAME)).isEqualTo(1);
        assertThat(err.toString()).contains("tandem: Cannot read " + NO_DICOM);
        assertThat(out.toString()).contains("# " + NAME);
    }

    @Test
    void jsonIsOneObjectALine() {
        assertThat(dump("--json", NAME, NAME)).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"00080005\":{\"vr\":\"CS\",\"Value\":[null,\"ISO 2022 IR 87\"]}"));
    }
}
