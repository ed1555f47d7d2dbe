package org.tandem.inference.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Quantisation;

final class QuantisedNetworkTest {

    /** 3 is -4 with a scale of 0.5 and a zero point of -10; twice as much, -8, less 2 and quartered, is -2.5. */
    @Test
    void whatGoesInAndWhatComesOutIsWhatTheNumbersMean() {
        Network doubled = new Played();
        Network quantised = QuantisedNetwork.around(
                doubled, List.of(new Quantisation("in", 0.5, -10), new Quantisation("out", 0.25, 2)));

        Map<String, Tensor> answers = quantised.run(Map.of("in", Tensor.of(new float[] {3, 0}, 2)));

        assertThat(answers.get("out").values()).containsExactly(-2.5f, -5.5f);
        assertThat(answers.get("as it is").values()).containsExactly(-4, -10);
    }

    @Test
    void aNetworkWithoutSuchTensorsStaysTheSame() {
        Network network = new Played();
        assertThat(QuantisedNetwork.around(network, List.of())).isSameAs(network);
    }

    /** Answers with twice its input, and with the input itself. */
    private record Played() implements Network {
        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            Tensor in = Answers.require(inputs, "in");
            float[] twice = new float[in.values().length];
            for (int i = 0; i < twice.length; i++) {
                twice[i] = 2 * in.values()[i];
            }
            return Map.of("out", new Tensor(twice, in.shape()), "as it is", in);
        }

        @Override
        public void close() {}
    }
}
