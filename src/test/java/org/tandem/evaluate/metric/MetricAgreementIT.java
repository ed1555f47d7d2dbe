package org.tandem.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tandem.result.Judge;

/** The committed values of the judges are what the judges that are installed here say. */
final class MetricAgreementIT {

    @Test
    void theJudgesSayItAgain() throws Exception {
        Judge.Verdict verdict =
                Judge.python().run("etc/judges/metric_agreement.py", "--check", AgreementArrays.FILE.toString());

        assertThat(verdict.output()).contains(", 0 differ");
        assertThat(verdict.exitCode()).isZero();
    }
}
