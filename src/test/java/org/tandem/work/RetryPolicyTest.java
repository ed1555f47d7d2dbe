package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(5, Duration.ofSeconds(10), Duration.ofSeconds(60));

    @Test
    void waitsDoubleUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(POLICY::waitAfter).map(Duration::toSeconds))
                .containsExactly(10L, 20L, 40L, 60L, 60L);
        assertThat(POLICY.waitAfter(1_000_000)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(POLICY.allowsAnother(4)).isTrue();
        assertThat(POLICY.allowsAnother(5)).isFalse();
    }

    @Test
    void impossiblePoliciesAreRefused() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageContaining("got 0 attempts");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("longest wait not below the first");
    }
}
