package org.tandem.result.iod;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tandem.dicom.TandemException;

/** Writes numbers as DS (PS3.5 6.2): at most 16 characters, as exact as fits. */
public final class DecimalString {

    private static final int MAX_LENGTH = 16;

    /** Digits of a double that can be told apart (IEEE 754). */
    private static final int DOUBLE_DIGITS = 17;

    private DecimalString() {}

    /** The shortest decimal that is the number, or the nearest that has room. Refuses what is not finite. */
    public static String of(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new TandemException(
                    TandemException.Kind.BUG, "Decimal string: got " + number + ", expected a finite number");
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        for (int digits = DOUBLE_DIGITS; digits > 0; digits--) {
            String text = shortest(exact.round(new MathContext(digits)));
            if (text.length() <= MAX_LENGTH) {
                return text;
            }
        }
        throw new TandemException(TandemException.Kind.BUG, "Decimal string: one digit of " + number + " has no room");
    }

    /** The number rounded to so many significant digits, for people. */
    public static String of(double number, int significantDigits) {
        return of(
                new BigDecimal(number).round(new MathContext(significantDigits)).doubleValue());
    }

    private static String shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        String plain = stripped.toPlainString();
        return plain.length() <= MAX_LENGTH ? plain : scientific(stripped);
    }

    private static String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        return number.movePointLeft(exponent).toPlainString() + "E" + exponent;
    }
}
