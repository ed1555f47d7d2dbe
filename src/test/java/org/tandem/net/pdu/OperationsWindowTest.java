package org.tandem.net.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Zero stands for any number, so the lesser of two windows is not always the lesser number (PS3.7 D.3.3.3). */
class OperationsWindowTest {

    @Test
    void theAnswerIsNeverMoreThanWasOfferedNorThanIsPerformed() {
        assertThat(new OperationsWindow(5, 3).answer(16)).isEqualTo(new OperationsWindow(5, 1));
        assertThat(new OperationsWindow(50, 0).answer(16)).isEqualTo(new OperationsWindow(16, 1));
        assertThat(new OperationsWindow(0, 1).answer(16)).isEqualTo(new OperationsWindow(16, 1));
    }

    @Test
    void whatIsAgreedIsNeverMoreThanWasOffered() {
        OperationsWindow offered = new OperationsWindow(8, 1);

        assertThat(offered.agreed(new OperationsWindow(4, 1)).invoked()).isEqualTo(4);
        assertThat(offered.agreed(new OperationsWindow(0, 0))).isEqualTo(offered);
        assertThat(offered.agreed(new OperationsWindow(99, 99))).isEqualTo(offered);
        assertThat(new OperationsWindow(0, 0).agreed(new OperationsWindow(0, 0)).invoked())
                .isZero();
    }
}
