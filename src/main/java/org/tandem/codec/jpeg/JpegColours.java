package org.tandem.codec.jpeg;

import org.tandem.codec.frame.MarkerReader;

/**
 * What a codestream of three components says itself of its colours, by the marks that its encoder left: APP14 of Adobe,
 * APP0 of JFIF (T.871), or components called R, G and B.
 */
public enum JpegColours {
    /** Red, green and blue. */
    RGB,
    /** Luminance and two differences of colour. */
    YCBCR,
    /** Nothing: the image has to say it. Codestreams of DICOM most often are silent. */
    UNSAID;

    private static final long ADOBE = 0x41646F6265L;
    private static final long JFIF = 0x4A46494600L;
    private static final int RED_GREEN_BLUE = 0x524742;

    /** Reads no further than to the first scan; refuses what is not JPEG. */
    static JpegColours of(byte[] frame) {
        MarkerReader in = new MarkerReader("JPEG", frame);
        JpegColours said = UNSAID;
        while (in.next() && in.marker() != Marker.SOS && in.marker() != Marker.EOI) {
            if (Marker.standsAlone(in.marker())) {
                continue;
            }
            in.open();
            JpegColours here = said(in);
            if (here != UNSAID && (said == UNSAID || in.marker() == Marker.APP14)) {
                said = here;
            }
        }
        return said;
    }

    private static JpegColours said(MarkerReader in) {
        if (in.marker() == Marker.APP14 && in.remaining() >= 12 && name(in) == ADOBE) {
            return adobe(in);
        }
        if (in.marker() == Marker.APP0 && in.remaining() >= 5 && name(in) == JFIF) {
            return YCBCR;
        }
        return Marker.isFrame(in.marker()) && ids(in) == RED_GREEN_BLUE ? RGB : UNSAID;
    }

    private static long name(MarkerReader in) {
        long name = 0;
        for (int i = 0; i < 5; i++) {
            name = name << Byte.SIZE | in.u8();
        }
        return name;
    }

    /** Version, two words of flags, then the transform: 0 none, 1 YCbCr, 2 YCCK. */
    private static JpegColours adobe(MarkerReader in) {
        in.u16();
        in.u16();
        in.u16();
        int transform = in.u8();
        return transform == 0 ? RGB : transform == 1 ? YCBCR : UNSAID;
    }

    private static int ids(MarkerReader in) {
        if (in.remaining() != 15) { // six bytes, then three for each of three components
            return 0;
        }
        for (int i = 0; i < 6; i++) {
            in.u8();
        }
        int ids = 0;
        for (int i = 0; i < 3; i++) {
            ids = ids << Byte.SIZE | in.u8();
            in.u16();
        }
        return ids;
    }
}
