package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BenchPlanTest {

    private static final BenchPlan ASKED = BenchPlan.of(5, 1, 16);
    private static final Duration BUDGET = Duration.ofMinutes(2);

    /** Six rounds of two turns of 1 s for one object, and two of 3 × 16 × 5 ms, so 1 s, for sixteen: 24 s. */
    @Test
    void aNetworkThatIsFastEnoughIsMeasuredAsAsked() {
        BenchPlan plan = ASKED.within(BUDGET, Duration.ofMillis(5));
        assertThat(plan).isEqualTo(ASKED);
        assertThat(plan.instead(ASKED, Duration.ofMillis(5))).isEmpty();
    }

    /** Three calls of sixteen take 9.6 s, six rounds 127 s; with one call 3.2 s, and five rounds 42 s. */
    @Test
    void aSlowOneIsCalledLessOften() {
        assertThat(ASKED.within(BUDGET, Duration.ofMillis(200))).isEqualTo(new BenchPlan(5, 1, 16, 1));
    }

    /** At 3 s a call, two rounds of 2 × (3 + 8 × 3) s are 108 s; with sixteen at once they would be 204 s. */
    @Test
    void aVerySlowOneIsAskedAboutFewerAtOnceAndInFewerRounds() {
        Duration one = Duration.ofSeconds(3);
        BenchPlan plan = ASKED.within(BUDGET, one);
        assertThat(plan).isEqualTo(new BenchPlan(2, 1, 8, 1));
        assertThat(plan.instead(ASKED, one))
                .hasValue(
                        "a call about one object takes 3.00 s: 8 at once instead of 16, 2 rounds instead of 5, turns of"
                                + " 1 calls at least instead of 3");
    }

    @Test
    void twoAtOnceInOneRoundIsTheLeast() {
        assertThat(ASKED.within(BUDGET, Duration.ofMinutes(5))).isEqualTo(new BenchPlan(1, 1, 2, 1));
        assertThat(BenchPlan.of(1, 1, 1).within(BUDGET, Duration.ofMinutes(5))).isEqualTo(new BenchPlan(1, 1, 1, 1));
    }
}
