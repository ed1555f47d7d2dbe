package org.tandem.inference.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandem.inference.tensor.Tensor;

final class HalvingNetworkTest {

    private final List<Integer> calls = new ArrayList<>();

    /** Adds 1; its memory holds so many rows. */
    private final class Small implements Network {
        private final int most;

        Small(int most) {
            this.most = most;
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            Tensor x = inputs.get("x");
            calls.add(x.rows());
            if (x.rows() > most) {
                throw new DeviceMemoryException("OOM when allocating", new IllegalStateException());
            }
            float[] values = x.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i]++;
            }
            return Map.of("y", new Tensor(values, x.shape()));
        }

        @Override
        public void close() {}
    }

    @Test
    void aCallThatTheDeviceHasNoMemoryForIsMadeInHalvesAndTheAnswersStayInOrder() {
        Tensor five = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 5, 2);
        Tensor answer = new HalvingNetwork(new Small(2)).run(Map.of("x", five)).get("y");
        assertThat(answer.shape()).containsExactly(5, 2);
        assertThat(answer.values()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(calls).containsExactly(5, 2, 3, 1, 2);
    }

    @Test
    void oneObjectThatDoesNotFitIsToldAndTriedAgainLater() {
        Tensor one = Tensor.of(new float[] {1, 2}, 1, 2);
        assertThatThrownBy(() -> new HalvingNetwork(new Small(0)).run(Map.of("x", one)))
                .isInstanceOf(DeviceMemoryException.class)
                .hasMessage("OOM when allocating");
        assertThat(calls).containsExactly(1);
    }
}
