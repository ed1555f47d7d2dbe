package org.tandem.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * Quantization of a component, QCD and QCC (15444-1 A.6.4, Annex E).
 *
 * @param guardBits planes that a coefficient may need beyond its exponent
 * @param derived whether one step is given, from which those of all sub-bands follow (E-5)
 * @param steps by sub-band: exponent &lt;&lt; 11 | mantissa
 */
record Quantization(int guardBits, boolean derived, List<Integer> steps) {

    private static final int MANTISSA_BITS = 11;

    Quantization {
        steps = List.copyOf(steps);
    }

    static Quantization read(ByteInput in) {
        int style = in.u8("quantization style");
        int kind = style & 0x1F;
        List<Integer> steps = new ArrayList<>();
        while (in.remaining() >= (kind == 0 ? 1 : 2)) {
            steps.add(kind == 0 ? in.u8("exponent") >> 3 << MANTISSA_BITS : in.u16("quantization step"));
        }
        if (kind > 2 || steps.isEmpty()) {
            String got = "style " + kind + " and " + steps.size() + " steps";
            throw Refusals.refused("quantization", in.position(), got, "style 0 to 2 and at least one step");
        }
        return new Quantization(style >> 5, kind == 1, steps);
    }

    /** Exponent of the step of a sub-band, in the order of the codestream: LL, then HL, LH, HH of each resolution. */
    int exponent(int band) {
        int exponent = step(band) >> MANTISSA_BITS;
        return derived ? Math.max(0, exponent - Math.max(0, (band - 1) / 3)) : exponent;
    }

    /**
     * Size of the step of a sub-band (E-3).
     *
     * @param range bits of the component, and those that the sub-band adds
     */
    double size(int band, int range) {
        double mantissa = (step(band) & (1 << MANTISSA_BITS) - 1) / (double) (1 << MANTISSA_BITS);
        return Math.scalb(1 + mantissa, range - exponent(band));
    }

    private int step(int band) {
        int index = derived ? 0 : band;
        if (index >= steps.size()) {
            throw Refusals.refused("quantization", steps.size() + " steps", "one for each sub-band");
        }
        return steps.get(index);
    }
}
