package org.tandem.net.pdu;

/** One protocol data unit (PS3.8 9.3). Of P-DATA-TF only the head: what it carries is read from the stream. */
public sealed interface Pdu
        permits AssociateRequest,
                AssociateAccept,
                AssociateReject,
                DataTransfer,
                ReleaseRequest,
                ReleaseResponse,
                Abort {

    PduType type();
}
