package org.tandem.codec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.codec.jpeg.JpegDecoder;
import org.tandem.codec.jpeg2000.Jpeg2000Decoder;
import org.tandem.codec.jpegls.JpegLsDecoder;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;

/** Which decoder understands which encapsulated transfer syntax (PS3.5 Annex A.4); a new codec is a line here. */
public final class Decoders {

    private static final Map<String, FrameDecoder> BY_SYNTAX = new HashMap<>();

    static {
        put(new UncompressedFrameDecoder(), "1.2.840.10008.1.2.1.98");
        put(new DeflatedFrameDecoder(), "1.2.840.10008.1.2.8.1");
        put(new RleDecoder(), "1.2.840.10008.1.2.5");
        put(
                CodestreamDecoder.ofJpeg(JpegDecoder::decode),
                "1.2.840.10008.1.2.4.50", // Baseline
                "1.2.840.10008.1.2.4.51", // Extended
                "1.2.840.10008.1.2.4.53", // Spectral Selection, retired, yet met
                "1.2.840.10008.1.2.4.55"); // Full Progression, retired, yet met
        put(CodestreamDecoder.of(JpegDecoder::decode), "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70");
        CodestreamDecoder jpegLs = CodestreamDecoder.of(JpegLsDecoder::decode);
        put(jpegLs, "1.2.840.10008.1.2.4.80");
        put(jpegLs.lossy(), "1.2.840.10008.1.2.4.81"); // Near-lossless
        CodestreamDecoder jpeg2000 = CodestreamDecoder.withColourTransforms(Jpeg2000Decoder::decode);
        put(
                jpeg2000,
                "1.2.840.10008.1.2.4.90",
                "1.2.840.10008.1.2.4.201", // High-Throughput
                "1.2.840.10008.1.2.4.202"); // High-Throughput, by resolution
        put(jpeg2000.lossy(), "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.203");
    }

    private Decoders() {}

    /** The UIDs of all encapsulated transfer syntaxes that are decoded. */
    public static Set<String> syntaxes() {
        return Set.copyOf(BY_SYNTAX.keySet());
    }

    static FrameDecoder of(TransferSyntax syntax) {
        FrameDecoder decoder = BY_SYNTAX.get(syntax.uid().value());
        if (decoder == null) {
            throw FrameReader.refused(
                    "transfer syntax " + syntax.name() + " (" + syntax.uid() + ")",
                    "one that can be decoded: uncompressed, deflated, RLE, JPEG, JPEG-LS or JPEG 2000");
        }
        return decoder;
    }

    /** A refusal of a frame that its decoder does not understand. */
    static TandemException refused(String what, String got, String expected) {
        return new TandemException(TandemException.Kind.REFUSE, what + ": got " + got + ", expected " + expected);
    }

    private static void put(FrameDecoder decoder, String... syntaxes) {
        List.of(syntaxes).forEach(syntax -> BY_SYNTAX.put(syntax, decoder));
    }
}
