package org.tandem.result.read;

/** A colour for displays, sRGB (IEC 61966-2-1), 0 to 255 each. */
public record DisplayColour(int red, int green, int blue) {

    private static final double FULL_SCALE = 65535;

    /** D50, the white of CIELab in DICOM (PS3.3 C.10.7.1.1). */
    private static final double[] WHITE_D50 = {0.96422, 1.0, 0.82521};

    /** CIE XYZ of white D50 to linear sRGB of white D65, adapted by Bradford's method (ICC.1:2022 Annex E, inverse). */
    private static final double[][] TO_LINEAR_SRGB = {
        {3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}
    };

    /** 6/29: below it the cube root of CIE 15 gives way to a straight line. */
    private static final double LINEAR_BELOW = 6.0 / 29;

    /** The colour of a Recommended Display CIELab Value (0062,000D): L*, a*, b*, each on 0 to 65535. */
    public static DisplayColour ofCieLab(int lightness, int a, int b) {
        double y = (lightness / FULL_SCALE * 100 + 16) / 116;
        double x = y + (a / FULL_SCALE * 255 - 128) / 500;
        double z = y - (b / FULL_SCALE * 255 - 128) / 200;
        double[] xyz = {WHITE_D50[0] * expand(x), WHITE_D50[1] * expand(y), WHITE_D50[2] * expand(z)};
        int[] rgb = new int[3];
        for (int row = 0; row < 3; row++) {
            double linear = 0;
            for (int column = 0; column < 3; column++) {
                linear += TO_LINEAR_SRGB[row][column] * xyz[column];
            }
            rgb[row] = (int) Math.round(255 * gamma(Math.min(1, Math.max(0, linear))));
        }
        return new DisplayColour(rgb[0], rgb[1], rgb[2]);
    }

    /** Of 0xRRGGBB. */
    public static DisplayColour ofRgb(int rgb) {
        return new DisplayColour(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** 0xRRGGBB. */
    public int rgb() {
        return red << 16 | green << 8 | blue;
    }

    private static double expand(double f) {
        return f > LINEAR_BELOW ? f * f * f : (f - 16.0 / 116) * 3 * LINEAR_BELOW * LINEAR_BELOW;
    }

    private static double gamma(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }
}
