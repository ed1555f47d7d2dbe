package org.tandem.codec.jpeg;

/** The markers of T.81 table B.1 that are told apart here. */
final class Marker {

    static final int SOF0 = 0xFFC0;
    static final int SOF1 = 0xFFC1;
    static final int SOF2 = 0xFFC2;
    static final int SOF3 = 0xFFC3;
    static final int DHT = 0xFFC4;
    static final int JPG = 0xFFC8;
    static final int DAC = 0xFFCC;
    static final int SOF15 = 0xFFCF;
    static final int RST0 = 0xFFD0;
    static final int RST7 = 0xFFD7;
    static final int EOI = 0xFFD9;
    static final int SOS = 0xFFDA;
    static final int DQT = 0xFFDB;
    static final int DNL = 0xFFDC;
    static final int DRI = 0xFFDD;
    static final int APP0 = 0xFFE0;
    static final int APP14 = 0xFFEE;
    static final int TEM = 0xFF01;

    private Marker() {}

    /** Whether no parameters follow. */
    static boolean standsAlone(int marker) {
        return marker >= RST0 && marker <= EOI || marker == TEM;
    }

    /** Whether it begins a frame. */
    static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }
}
