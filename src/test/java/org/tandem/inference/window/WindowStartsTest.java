package org.tandem.inference.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WindowStartsTest {

    @Test
    void windowsAreAStepApartAndTheLastEndsWithTheAxis() {
        // 10 voxels, windows of 4 that overlap by half: 0-3, 2-5, 4-7, 6-9
        assertThat(WindowStarts.of(10, 4, 0.5)).containsExactly(0, 2, 4, 6);
        assertThat(WindowStarts.of(11, 4, 0)).containsExactly(0, 4, 7);
    }

    @Test
    void oneWindowIsEnoughForAnAxisThatIsNotLonger() {
        assertThat(WindowStarts.of(4, 4, 0.5)).containsExactly(0);
        assertThat(WindowStarts.of(3, 4, 0.5)).containsExactly(0);
    }
}
