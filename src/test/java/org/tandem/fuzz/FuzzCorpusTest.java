package org.tandem.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every input that is kept is survived; so are those cut off anywhere, and with a byte changed. */
final class FuzzCorpusTest {

    private static final int CUTS = 16;
    private static final int CHANGES = 64;
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource
    void whateverComesIsTakenOrRefused(FuzzTarget target) throws IOException {
        assertThat(FuzzCorpus.files(target)).as("seeds of " + target).isNotEmpty();
        Assertions.assertTimeoutPreemptively(DEADLINE, () -> {
            target.fuzz(new byte[0]);
            for (Path file : FuzzCorpus.files(target)) {
                survive(target, Files.readAllBytes(file));
            }
        });
    }

    private static void survive(FuzzTarget target, byte[] input) {
        target.fuzz(input);
        boolean socket = target == FuzzTarget.SESSION;
        for (int cut = 1; cut < (socket ? 2 : CUTS); cut++) {
            target.fuzz(Arrays.copyOf(input, input.length * cut / CUTS));
        }
        Random random = new Random(input.length);
        for (int change = 0; change < (socket ? 2 : CHANGES) && input.length > 0; change++) {
            byte[] changed = input.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            target.fuzz(changed);
        }
    }
}
