package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreResultTest {

    @ParameterizedTest
    @CsvSource({
        "0000, SUCCESS",
        "B000, WARNING",
        "B006, WARNING",
        "B007, WARNING",
        "0107, WARNING",
        "0116, WARNING",
        "A700, RETRYABLE",
        "A7FF, RETRYABLE",
        "0110, RETRYABLE",
        "0213, RETRYABLE",
        "A900, PERMANENT",
        "C000, PERMANENT",
        "C123, PERMANENT",
        "0122, PERMANENT",
        "0117, PERMANENT",
        "0124, PERMANENT",
        "4321, PERMANENT",
    })
    void theClassOfAStatusSaysWhatToDo(String status, StoreResult.Kind kind) {
        assertThat(new StoreResult(Integer.parseInt(status, 16), "").kind()).isEqualTo(kind);
    }

    @Test
    void aWarningCountsAsStored() {
        assertThat(new StoreResult(0xB000, "").stored()).isTrue();
        assertThat(new StoreResult(0xA700, "").stored()).isFalse();
        assertThat(new StoreResult(0xA700, "Disk full")).hasToString("A700H RETRYABLE: Disk full");
    }
}
