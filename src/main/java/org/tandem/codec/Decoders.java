package org.tandem.codec;

import java.util.Map;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;

/** Which decoder understands which encapsulated transfer syntax. */
final class Decoders {

    private static final Map<String, FrameDecoder> BY_SYNTAX = Map.of("1.2.840.10008.1.2.5", new RleDecoder());

    private Decoders() {}

    static FrameDecoder of(TransferSyntax syntax) {
        FrameDecoder decoder = BY_SYNTAX.get(syntax.uid().value());
        if (decoder == null) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Pixel data: got transfer syntax " + syntax.name() + " (" + syntax.uid()
                            + "), expected one that is uncompressed, deflated or RLE");
        }
        return decoder;
    }
}
