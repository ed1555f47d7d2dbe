package org.tandem.result.iod;

import java.util.List;

/** Recommended Display CIELab Values (PS3.3 C.10.7.1.1) for segments: D50 white, each coordinate scaled to 16 bits. */
public final class CieLab {

    /** sRGB colours that people with any colour vision tell apart; the first is the one dcmqi gives to tissue. */
    private static final List<int[]> PALETTE = List.of(
            new int[] {128, 174, 128},
            new int[] {230, 159, 0},
            new int[] {86, 180, 233},
            new int[] {213, 94, 0},
            new int[] {240, 228, 66},
            new int[] {0, 114, 178},
            new int[] {204, 121, 167},
            new int[] {0, 158, 115});

    /** sRGB to CIE XYZ with the D65 white adapted to D50 by Bradford's method, ICC.1:2022 Annex E and IEC 61966-2-1. */
    private static final double[][] TO_XYZ_D50 = {
        {0.4360747, 0.3850649, 0.1430804},
        {0.2225045, 0.7168786, 0.0606169},
        {0.0139322, 0.0971045, 0.7141733}
    };

    private static final double[] WHITE_D50 = {0.96422, 1.0, 0.82521};
    private static final double FULL_SCALE = 65535;

    /** (6/29)³ and (29/3)³/116: where the cube root of CIE 15 gives way to a straight line. */
    private static final double LINEAR_BELOW = 216.0 / 24389;

    private static final double LINEAR_SLOPE = 24389.0 / 27 / 116;

    private CieLab() {}

    /** The colour of a segment by its number, from 1; colours repeat after eight. */
    public static int[] ofSegment(int number) {
        return ofRgb(colour(number));
    }

    /** The same as 0xRRGGBB, for what we draw ourselves. */
    public static int rgbOfSegment(int number) {
        int[] rgb = colour(number);
        return rgb[0] << 16 | rgb[1] << 8 | rgb[2];
    }

    private static int[] colour(int number) {
        return PALETTE.get((number - 1) % PALETTE.size());
    }

    /** L* 0 to 100, a* and b* −128 to 127, each on 0 to 65535. StrictMath: the same bytes on every machine. */
    public static int[] ofRgb(int... rgb) {
        double[] f = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int column = 0; column < 3; column++) {
                sum += TO_XYZ_D50[row][column] * linear(rgb[column] / 255.0);
            }
            f[row] = compress(sum / WHITE_D50[row]);
        }
        double lightness = 116 * f[1] - 16;
        return new int[] {
            scaled(lightness / 100),
            scaled((500 * (f[0] - f[1]) + 128) / 255),
            scaled((200 * (f[1] - f[2]) + 128) / 255)
        };
    }

    private static double linear(double srgb) {
        return srgb <= 0.04045 ? srgb / 12.92 : StrictMath.pow((srgb + 0.055) / 1.055, 2.4);
    }

    private static double compress(double ratio) {
        return ratio > LINEAR_BELOW ? StrictMath.cbrt(ratio) : LINEAR_SLOPE * ratio + 16.0 / 116;
    }

    private static int scaled(double fraction) {
        return (int) Math.round(Math.min(1, Math.max(0, fraction)) * FULL_SCALE);
    }
}
