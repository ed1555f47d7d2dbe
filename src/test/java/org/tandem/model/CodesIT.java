package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tandem.result.Judge;

/** What pydicom's tables of the standard say of the codes in shipped manifests. */
final class CodesIT {

    @Test
    void pydicomHasTheSameMeaningForEveryCodeThatItKnows() throws IOException, InterruptedException {
        Judge.Verdict verdict = Judge.python().run("etc/judges/codes.py", CodesTest.TABLE.toString());

        assertThat(verdict.exitCode()).as(verdict.output()).isZero();
        assertThat(verdict.output()).contains("33 codes, 0 wrong");
    }
}
