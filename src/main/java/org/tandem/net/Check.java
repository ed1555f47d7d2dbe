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

    /** From 0 to a greatest value. */
    static void within(String option, int value, int most) {
        if (value < 0 || value > most) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, option + ": got " + value + ", expected 0 to " + most);
        }
    }

    static void positive(String option, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, option + ": got " + value + ", expected a positive time");
        }
    }

    static void port(String option, int value) {
        within(option, value, 0xFFFF);
    }
}
