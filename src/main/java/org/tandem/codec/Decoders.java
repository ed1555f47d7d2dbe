package org.tandem.codec;

import java.util.Map;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;

/** Which decoder understands which encapsulated transfer syntax; a new codec is a line here. */
final class Decoders {

    private static final Map<String, FrameDecoder> BY_SYNTAX = Map.of(
            "1.2.840.10008.1.2.1.98", new UncompressedFrameDecoder(),
            "1.2.840.10008.1.2.5", new RleDecoder(),
            "1.2.840.10008.1.2.8.1", new DeflatedFrameDecoder());

    private Decoders() {}

    static FrameDecoder of(TransferSyntax syntax) {
        FrameDecoder decoder = BY_SYNTAX.get(syntax.uid().value());
        if (decoder == null) {
            throw FrameReader.refused(
                    "transfer syntax " + syntax.name() + " (" + syntax.uid() + ")",
                    "one that can be decoded: uncompressed, deflated or RLE");
        }
        return decoder;
    }

    /** A refusal of a frame that its decoder does not understand. */
    static TandemException refused(String what, String got, String expected) {
        return new TandemException(TandemException.Kind.REFUSE, what + ": got " + got + ", expected " + expected);
    }
}
