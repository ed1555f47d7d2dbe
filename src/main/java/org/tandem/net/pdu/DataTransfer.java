package org.tandem.net.pdu;

/**
 * The head of a P-DATA-TF (PS3.8 9.3.5); its presentation data values follow on the stream.
 *
 * @param lengthBytes what follows the six bytes of the head
 */
public record DataTransfer(long lengthBytes) implements Pdu {

    @Override
    public PduType type() {
        return PduType.DATA_TF;
    }
}
