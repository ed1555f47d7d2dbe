package org.tandem.net;

import java.time.Duration;
import org.tandem.dicom.TandemException;

/** Refusals of options that make no sense, naming the option. */
final class Check {

    private Check() {}

    static void atLeast(String option, long value, long least) {
        if (value < least) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, option + ": got " + value + ", expected at least " + least);
        }
    }

    static void positive(String option, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, option + ": got " + value + ", expected a positive time");
        }
    }

    static void port(String option, int value) {
        if (value < 0 || value > 0xFFFF) {
            throw new TandemException(TandemException.Kind.REFUSE, option + ": got " + value + ", expected 0 to 65535");
        }
    }
}
