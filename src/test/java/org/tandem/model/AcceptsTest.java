package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AcceptsTest {

    private final Accepts accepts = new Accepts(List.of("MR", "CT"), 20);

    @Test
    void aSeriesThatFitsMeetsNoObjection() {
        assertThat(accepts.objection("CT", 20)).isEmpty();
        assertThat(new Accepts(List.of(), 2).objection("XA", 2)).isEmpty();
    }

    @Test
    void anObjectionSaysWhatItGotAndWhatItExpected() {
        assertThat(accepts.objection("XA", 100)).contains("modality: got XA, expected MR or CT");
        assertThat(accepts.objection("MR", 19)).contains("slices: got 19, expected at least 20");
    }
}
